using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>Finds the ids that input means. Text that is no id is looked up as a name.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="isWrite">Whether it writes: names are read afresh then, and no malformed record may hide what else they mean.</param>
internal sealed class IdResolver(SessionCmdlet cmdlet, bool isWrite)
{
    /// <summary>Managers may be people whom the key does not see, though it sees who is below them.</summary>
    private const string Manager = "Manager";

    private readonly Dictionary<(LuccaSession Session, string Parameter), string[]> _ids = [];
    private readonly Dictionary<(LuccaSession Session, string Include), NameMemory> _namesOfRun = [];
    private readonly HashSet<LuccaSession> _checked = [];

    /// <summary>
    /// The ids that a parameter stands for, when they are about to be sent: the session is known by then. A name that nothing has, or
    /// more than one thing, ends the command before anything else is sent; so does an unknown id among several of a filter.
    /// </summary>
    /// <param name="parameter">The parameter, which knows the kind of resource.</param>
    /// <returns>The ids; empty when the parameter was left out. What was given was checked: none is empty or of another kind.</returns>
    public string[] IdsOf(ResourceParameter parameter)
    {
        if (!_ids.TryGetValue((cmdlet.CurrentSession, parameter.Name), out var ids))
        {
            ids = Find(parameter);
            _ids.Add((cmdlet.CurrentSession, parameter.Name), ids);
        }

        return ids;
    }

    /// <summary>What input means; an answer for each.</summary>
    /// <param name="resource">The kind of resource that is meant.</param>
    /// <param name="given">The input.</param>
    /// <param name="names">The names to look in; those of the session when left out, none known yet for a write.</param>
    public IReadOnlyList<NameAnswer> Find(ResourceDescriptor resource, IReadOnlyList<ResourceId> given, NameMemory? names = null)
    {
        string[] texts = [.. given.Select(one => one.Text).OfType<string>()];
        string[] numbers = [.. given.Select(one => one.EmployeeNumber).OfType<string>()];
        names ??= isWrite ? NameMemory.OfRun() : cmdlet.CurrentSession.Names;
        var lookup = new NameLookup(cmdlet.Client, names) { IsForWrite = isWrite };
        var byText = new Queue<NameAnswer>(texts.All(text => NameLookup.IsId(resource, text))
            ? texts.Select(NameAnswer.Id)
            : cmdlet.Await(token => lookup.FindAsync(resource, texts, token)));
        var byNumber = new Queue<NameAnswer>(
            numbers.Length == 0 ? [] : cmdlet.Await(token => lookup.FindNumbersAsync(numbers, token)));
        return [.. given.Select(one =>
            one.Text is not null ? byText.Dequeue()
            : one.EmployeeNumber is not null ? byNumber.Dequeue()
            : NameAnswer.Id(one.Value))];
    }

    /// <summary>
    /// As <see cref="Find(ResourceDescriptor, IReadOnlyList{ResourceId}, NameMemory?)"/>; the names are read in this run, together with the
    /// resources themselves.
    /// </summary>
    /// <param name="resource">The kind of resource that is meant.</param>
    /// <param name="given">The input.</param>
    /// <param name="include">What to send along with the resources.</param>
    public IReadOnlyList<NameAnswer> FindResources(
        ResourceDescriptor resource, IReadOnlyList<ResourceId> given, IReadOnlyList<string> include)
    {
        var key = (cmdlet.CurrentSession, string.Join(',', include));
        if (!_namesOfRun.TryGetValue(key, out var names))
        {
            _namesOfRun.Add(key, names = NameMemory.OfRun(include));
        }

        return Find(resource, given, names);
    }

    /// <summary>
    /// Makes sure that each of several e-mail addresses of a filter is somebody's: the others would bring an answer, and the missing
    /// person would not show. An unknown one ends the command, as an unknown name does.
    /// </summary>
    public void CheckAddresses()
    {
        string[] addresses = [.. FilterQuery.AddressesGivenTo(cmdlet)];
        if (addresses.Length > 1 && _checked.Add(cmdlet.CurrentSession))
        {
            EndIfAny(new UnknownIds(cmdlet).Among(addresses));
        }
    }

    private string[] Find(ResourceParameter parameter)
    {
        var given = parameter.Given(cmdlet);
        var named = Find(parameter.Descriptor, given);
        EndIfAny([.. given.Zip(named).Where(pair => pair.Second.Error is not null).Select(pair => (pair.First, pair.Second.Error!))]);
        if (given.Count > 1 && FilterQuery.ResourcesGivenTo(cmdlet).Any(filter => filter.Name == parameter.Name && filter.Name != Manager))
        {
            // A field that Lucca built in, such as employee.givenName, may have no definition that can be read.
            EndIfAny(new UnknownIds(cmdlet).Among(parameter.Descriptor, [.. given.Where(one => !one.Value.Contains('.'))]));
        }

        return cmdlet.WithBelow(parameter.Name, [.. named.SelectMany(answer => answer.Ids).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Ends the script where something given means nothing; each of several is an error.</summary>
    /// <param name="wrong">What was given, and what is wrong with it.</param>
    public void EndIfAny(IReadOnlyList<(ResourceId Given, LuccaException Error)> wrong)
    {
        foreach (var (given, error) in wrong.SkipLast(1))
        {
            cmdlet.WriteError(cmdlet.RecordOf(error, given.Input));
        }

        if (wrong is [.., var last])
        {
            throw ErrorRecords.EndOfScript(cmdlet.RecordOf(last.Error, last.Given.Input), cmdlet);
        }
    }
}
