using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Bringing what the objects refer to.</content>
public abstract partial class ListCmdlet<T>
{
    private Expansion? _expansion;

    /// <summary>The references to bring the resources of, by the names of the members that hold them; <c>*</c> for all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReferenceNameCompleter))]
    public string[]? Expand { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Expand is null)
        {
            return;
        }

        var members = Require(Expand, () => ReferenceNames.Find(typeof(T), Expand));
        _expansion = new Expansion(Client, members);
        if (members.Any(member => member.IsEmbedded))
        {
            // What holds such a member comes with the objects; alone, it would cost requests.
            Include = [.. Include, "embedded"];
        }
    }

    private IAsyncEnumerable<Page<T>> Expanded(IAsyncEnumerable<Page<T>> pages) => _expansion?.ExpandAsync(pages, StopToken) ?? pages;

    /// <summary>Expands what came together. When the server fails at that, the objects are written as they are.</summary>
    private protected void ExpandAll(IEnumerable<T?> resources)
    {
        if (_expansion is null)
        {
            return;
        }

        try
        {
            Await(token => _expansion.ExpandAsync([.. resources.OfType<T>()], token));
        }
        catch (LuccaException failed)
        {
            Report(failed, Expand);
        }

        WriteMissed();
    }

    /// <summary>Says what could not be had.</summary>
    private void WriteMissed()
    {
        foreach (var missed in _expansion?.TakeWarnings() ?? [])
        {
            WriteWarning(missed);
        }
    }
}
