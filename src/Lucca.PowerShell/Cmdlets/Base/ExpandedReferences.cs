using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>Brings what objects refer to, as -Expand asks, with one <see cref="Expansion"/> a session.</summary>
/// <param name="cmdlet">The cmdlet.</param>
internal sealed class ExpandedReferences(SessionCmdlet cmdlet)
{
    private readonly Dictionary<LuccaSession, Expansion> _expansions = [];
    private string[]? _names;
    private IReadOnlyList<ReferenceMember> _members = [];

    /// <summary>What has to come along with the objects: alone, what holds such a member would cost requests.</summary>
    public string[] Needed => _members.Any(member => member.IsEmbedded) ? ["embedded"] : [];

    private Expansion? Current
    {
        get
        {
            if (_members.Count > 0 && !_expansions.ContainsKey(cmdlet.CurrentSession))
            {
                _expansions.Add(cmdlet.CurrentSession, new Expansion(cmdlet.Client, _members));
            }

            return _members.Count > 0 ? _expansions[cmdlet.CurrentSession] : null;
        }
    }

    /// <summary>Finds the references that -Expand names; a name that means none ends the command.</summary>
    /// <param name="model">The model that has them.</param>
    /// <param name="names">What -Expand was given; null for nothing.</param>
    public void Find(Type model, string[]? names)
    {
        _names = names;
        _members = names is null ? [] : cmdlet.Require(names, () => Named(model, names));
    }

    /// <summary>Expands a list's pages as they come.</summary>
    public IAsyncEnumerable<Page<T>> Expand<T>(IAsyncEnumerable<Page<T>> pages)
        where T : Resource => Current?.ExpandAsync(pages, cmdlet.StopToken) ?? pages;

    /// <summary>Whether a kind of resource cannot be had at all, in the session at work.</summary>
    public bool HasFailed(Type model) => Current?.HasFailed(model) ?? false;

    /// <summary>Expands what came together. What cannot be had is an error, and the objects are written as they are.</summary>
    public void Expand(IEnumerable<Resource?> resources)
    {
        if (Current is { } expansion)
        {
            cmdlet.Await(token => expansion.ExpandAsync([.. resources.OfType<Resource>()], token));
            WriteMissed();
        }
    }

    /// <summary>Reports what could not be had. The rows still come, so that no such error ends the command by itself.</summary>
    public void WriteMissed()
    {
        foreach (var (error, path) in Current?.TakeFailures() ?? [])
        {
            var consequence = $" References to {ResourceDescriptor.LabelOf(path)} stay ids. This error appears once.";
            cmdlet.WriteError(ErrorRecords.From(error, _names, cmdlet.CurrentSession.Uri, consequence: consequence));
        }
    }

    /// <summary>The references of a model that names mean, in any case or with wildcards.</summary>
    private static IReadOnlyList<ReferenceMember> Named(Type model, IEnumerable<string> names)
    {
        var all = ReferenceMembers.Of(model);
        return
        [
            .. names.SelectMany(name => Matching(all, name) is { Count: > 0 } found ? found : throw Unknown(model, name, all)).Distinct(),
        ];
    }

    private static List<ReferenceMember> Matching(IReadOnlyList<ReferenceMember> all, string name)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return [.. all.Where(member => pattern.IsMatch(member.Name))];
    }

    private static BadArgumentException Unknown(Type model, string name, IReadOnlyList<ReferenceMember> all)
    {
        var resource = Resources.Of(model).Label;
        return new BadArgumentException(
            all.Count == 0
                ? $"A resource of the kind {resource} has no references to expand."
                : $"{InputText.Of(name)} is not a reference of the {resource} that can be expanded. "
                    + $"Choose from {string.Join(", ", all.Select(member => member.Name))}.",
            name,
            "Omit -Expand, or press Tab after it to see the names.");
    }
}
