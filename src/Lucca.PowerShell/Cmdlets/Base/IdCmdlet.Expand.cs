using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Bringing what the objects refer to.</content>
public abstract partial class IdCmdlet<T>
{
    private readonly Dictionary<LuccaSession, Expansion> _expansions = [];
    private IReadOnlyList<ReferenceMember> _expanded = [];

    /// <summary>The references to bring the resources of, by the names of the members that hold them; <c>*</c> for all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReferenceNameCompleter))]
    public string[]? Expand { get; set; }

    private Expansion? CurrentExpansion
    {
        get
        {
            if (_expanded.Count > 0 && !_expansions.ContainsKey(CurrentSession))
            {
                _expansions.Add(CurrentSession, new Expansion(Client, _expanded));
            }

            return _expanded.Count > 0 ? _expansions[CurrentSession] : null;
        }
    }

    // What holds such a member comes with the objects; alone, it would cost requests.
    private string[] NeededToExpand => _expanded.Any(member => member.IsEmbedded) ? ["embedded"] : [];

    private void FindExpanded() => _expanded = Expand is null ? [] : Require(Expand, () => ReferenceNames.Find(typeof(T), Expand));

    private protected IAsyncEnumerable<Page<T>> Expanded(IAsyncEnumerable<Page<T>> pages) => CurrentExpansion?.ExpandAsync(pages, StopToken) ?? pages;

    /// <summary>Expands what came together. When the server fails at that, the objects are written as they are.</summary>
    private protected void ExpandAll(IEnumerable<T?> resources)
    {
        if (CurrentExpansion is not { } expansion)
        {
            return;
        }

        try
        {
            Await(token => expansion.ExpandAsync([.. resources.OfType<T>()], token));
        }
        catch (LuccaException failed)
        {
            Report(failed, Expand);
        }

        WriteMissed();
    }

    /// <summary>Says what could not be had.</summary>
    private protected void WriteMissed()
    {
        foreach (var missed in CurrentExpansion?.TakeWarnings() ?? [])
        {
            WriteWarning(missed);
        }
    }
}
