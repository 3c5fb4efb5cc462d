using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;

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

    /// <summary>Pages with what was asked for besides the objects themselves.</summary>
    private protected virtual IAsyncEnumerable<Page<T>> Expanded(IAsyncEnumerable<Page<T>> pages) => CurrentExpansion?.ExpandAsync(pages, StopToken) ?? pages;

    /// <summary>Expands what came together. What cannot be had is an error, and the objects are written as they are.</summary>
    private protected virtual void ExpandAll(IEnumerable<T?> resources)
    {
        if (CurrentExpansion is { } expansion)
        {
            Await(token => expansion.ExpandAsync([.. resources.OfType<T>()], token));
            WriteMissed();
        }
    }

    /// <summary>Reports what could not be had. The rows still come, so that no such error ends the command by itself.</summary>
    private protected virtual void WriteMissed()
    {
        foreach (var (error, path) in CurrentExpansion?.TakeFailures() ?? [])
        {
            WriteError(ErrorRecords.From(error, Expand, CurrentSession, consequence: $" References to {path} stay ids. This error appears once."));
        }
    }
}
