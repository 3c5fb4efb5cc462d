using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Ids beside filters, and what becomes of ids and rows that bring nothing, or somebody else.</content>
public abstract partial class ListCmdlet<T>
{
    /// <summary>Those of a list who are meant by ids: nobody else, and nobody twice.</summary>
    internal void WriteNarrowed(ResourceId[] given) =>
        Attempt(given.Length == 1 ? given[0].Input : given.Select(one => one.Input).ToArray(), () =>
    {
        HashSet<string>? came = null;
        var named = given.Zip(Resolver.Find(Descriptor, given, CurrentSession.Names)).ToList();
        string[] ids = [.. named.SelectMany(pair => pair.Second.Ids).Distinct(StringComparer.Ordinal)];
        if (ids.Length > 0)
        {
            var query = FilterQuery.Build(this, IdsOf);
            query.Add("id", ids);
            var meant = named.SelectMany(pair => pair.Second.Ids.Select(id => (Id: id, Given: pair.First))).ToLookup(pair => pair.Id);
            came = WriteList(query, id => [.. meant[id].Select(pair => pair.Given)]);
        }

        var missing = given.Where(one => came?.Contains(IdSpelling.Normal(one.Value.Trim())) is false).ToList();
        var unknown = new UnknownIds(this).Among(Descriptor, missing)
            .ToDictionary(pair => pair.Given.Value.Trim(), pair => pair.Error, StringComparer.Ordinal);
        foreach (var (one, answer) in named)
        {
            if ((answer.Error ?? unknown.GetValueOrDefault(one.Value.Trim())) is { } error)
            {
                ReportFor(one, error);
            }
        }
    });

    /// <summary>
    /// Reports why an id brought nothing. In a row of another system an Id of its own hides the number or the address of somebody who is
    /// there: that is not the same as nobody.
    /// </summary>
    internal void ReportFor(ResourceId given, LuccaException error)
    {
        if (error.Kind == LuccaErrorKind.NotFound && Descriptor.Model == typeof(Employee) && given.HidesPerson)
        {
            WriteError(ErrorRecords.From(new BadArgumentException(
                $"{error.Message} The row has an EmployeeNumber, Email or mail too, which its Id hides.",
                given.Input,
                "If the Id is not that of Lucca, omit it: Select-Object * -ExcludeProperty Id.") { IsBeforeCall = false }));
        }
        else
        {
            Report(error, given.Input);
        }
    }

    /// <summary>Whether a row means what its id brought; one that contradicts itself is an error, and brings nothing.</summary>
    /// <param name="resource">What came.</param>
    /// <param name="given">What may mean it.</param>
    internal bool IsMeant(T resource, ResourceId[] given)
    {
        var contradictions = given.Select(one => (One: one, Problem: resource is Employee employee ? one.Contradiction(employee) : null))
            .Where(pair => pair.Problem is not null).ToList();
        contradictions.ForEach(pair => WriteContradiction(pair.One, pair.Problem!));
        return contradictions.Count == 0 || contradictions.Count < given.Length;
    }
}
