using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;

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
        _members = names is null ? [] : cmdlet.Require(names, () => ReferenceNames.Find(model, names));
    }

    /// <summary>Expands a list's pages as they come.</summary>
    public IAsyncEnumerable<Page<T>> Expand<T>(IAsyncEnumerable<Page<T>> pages)
        where T : Resource => Current?.ExpandAsync(pages, cmdlet.StopToken) ?? pages;

    /// <summary>Expands what came together. When the server fails at that, the objects are written as they are.</summary>
    public void Expand(IEnumerable<Resource?> resources)
    {
        if (Current is not { } expansion)
        {
            return;
        }

        try
        {
            cmdlet.Await(token => expansion.ExpandAsync([.. resources.OfType<Resource>()], token));
        }
        catch (LuccaException failed)
        {
            cmdlet.Report(failed, _names);
        }

        WriteMissed();
    }

    /// <summary>Says what could not be had.</summary>
    public void WriteMissed()
    {
        foreach (var missed in Current?.TakeWarnings() ?? [])
        {
            cmdlet.WriteWarning(missed);
        }
    }
}
