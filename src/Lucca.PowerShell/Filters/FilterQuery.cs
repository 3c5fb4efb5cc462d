using System.Collections.Concurrent;
using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Filters;

/// <summary>Builds the query of a list from the parameters that a user gave.</summary>
internal static class FilterQuery
{
    private const string Open = "..";

    private static readonly ConcurrentDictionary<Type, Filter[]> Filters = [];

    /// <summary>The query; a parameter that was not given is not sent.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="idsOf">What ids the resources that a parameter names have.</param>
    /// <param name="relation">The query parameter that objects from the pipeline mean; null for none.</param>
    /// <exception cref="BadArgumentException">Two of the parameters mean the same query parameter.</exception>
    public static QueryParameters Build(PSCmdlet cmdlet, Func<ResourceParameter, string[]> idsOf, string? relation = null)
    {
        var query = new QueryParameters();
        CheckDays([.. GivenTo(cmdlet)]);
        foreach (var filters in GivenTo(cmdlet).Where(filter => filter.Attribute.Until is null).GroupBy(filter => filter.Attribute.Name))
        {
            query.Add(filters.Key, Values(cmdlet, idsOf, [.. filters], relation));
        }

        foreach (var day in GivenTo(cmdlet).Where(filter => filter.Attribute.Until is not null))
        {
            query.AddDay(day.Attribute.Name, day.Attribute.Until!, day.Texts(cmdlet, idsOf)[0]);
        }

        return query;
    }

    /// <summary>The query parameter that objects of a model mean when they come from the pipeline; null when they mean none.</summary>
    public static string? NameFor(Type cmdlet, Type model) =>
        Array.Find(Of(cmdlet), filter => filter.Related?.IsAssignableFrom(model) ?? false)?.Attribute.Name;

    /// <summary>How many values of a query parameter the API takes at once.</summary>
    public static int AtOnce(Type cmdlet, string name) => Of(cmdlet).First(filter => filter.Attribute.Name == name).Attribute.AtOnce;

    /// <summary>The parameter that becomes a query parameter; the first where several do.</summary>
    public static string ParameterOf(Type cmdlet, string name) => Of(cmdlet).First(filter => filter.Attribute.Name == name).Parameter;

    /// <summary>The names of the filters that a user gave.</summary>
    public static IEnumerable<string> Given(PSCmdlet cmdlet) =>
        GivenTo(cmdlet).Select(filter => filter.Parameter).Concat(GivenOfClient(cmdlet));

    /// <summary>The filters that a user gave that stand for resources.</summary>
    public static IEnumerable<ResourceParameter> ResourcesGivenTo(PSCmdlet cmdlet) =>
        GivenTo(cmdlet).Select(filter => filter.Resource).OfType<ResourceParameter>();

    /// <summary>The e-mail addresses that a user gave as a filter.</summary>
    public static IEnumerable<string> AddressesGivenTo(PSCmdlet cmdlet) =>
        GivenTo(cmdlet).Where(filter => filter.Attribute.IsAddress).SelectMany(filter => filter.TextsGivenTo(cmdlet));

    /// <summary>The names of the parameters that a user gave to narrow what comes, since the API has no filter for it.</summary>
    public static IEnumerable<string> GivenOfClient(PSCmdlet cmdlet) =>
        cmdlet.GetType().GetProperties()
            .Where(property => property.IsDefined(typeof(ClientFilterAttribute), inherit: false)
                && cmdlet.MyInvocation.BoundParameters.ContainsKey(property.Name))
            .Select(property => property.Name);

    private static string[] Values(PSCmdlet cmdlet, Func<ResourceParameter, string[]> idsOf, Filter[] filters, string? relation)
    {
        if (filters[0].Attribute.End != RangeEnd.None)
        {
            var (from, to) = (End(RangeEnd.From), End(RangeEnd.To));
            return from is null || to is null || string.CompareOrdinal(from, to) <= 0
                ? [$"{from ?? Open}--{to ?? Open}"]
                : throw new BadArgumentException(
                    $"-{Of(RangeEnd.From)} {from} is later than -{Of(RangeEnd.To)} {to}. Swap the two days.", null);
        }

        return filters.Length == 1 && filters[0].Attribute.Name != relation
            ? filters[0].Texts(cmdlet, idsOf)
            : throw new BadArgumentException(
                $"-{string.Join(" and -", filters.Select(filter => filter.Parameter))}"
                + $"{(filters.Length == 1 ? " and the pipeline" : "")} set the same filter.",
                null);

        string Of(RangeEnd end) => filters.First(filter => filter.Attribute.End == end).Parameter;

        string? End(RangeEnd end) =>
            Array.Find(filters, filter => filter.Attribute.End == end)?.Texts(cmdlet, idsOf) is [var date] ? date : null;
    }

    /// <summary>A day between a first and a last day narrows both, so no other filter of these days fits beside it.</summary>
    private static void CheckDays(Filter[] given)
    {
        foreach (var day in given.Where(filter => filter.Attribute.Until is not null))
        {
            var (from, until) = (day.Attribute.Name, day.Attribute.Until!);
            string[] taken = [from, until, $"{from}.between", $"{until}.between"];
            if (given.FirstOrDefault(other => other != day && taken.Contains(other.Attribute.Name)) is { } same)
            {
                throw new BadArgumentException(
                    $"-{day.Parameter} and -{same.Parameter} mean the same days. Use one of them, and Where-Object for the other.", null);
            }
        }
    }

    private static IEnumerable<Filter> GivenTo(PSCmdlet cmdlet) =>
        Of(cmdlet.GetType()).Where(filter => filter.IsGiven(cmdlet));

    private static Filter[] Of(Type cmdlet) => Filters.GetOrAdd(cmdlet, Filter.Of);
}
