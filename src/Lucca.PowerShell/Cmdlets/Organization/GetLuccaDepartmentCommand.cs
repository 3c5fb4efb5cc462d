using System.Management.Automation;
using System.Runtime.ExceptionServices;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaDepartment</c>: departments by id, as a list, or as the tree that they form.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaDepartment", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Department), ParameterSetName = [IdSet, ListSet])]
[OutputType(typeof(DepartmentNode), ParameterSetName = [TreeSet])]
public sealed partial class GetLuccaDepartmentCommand : NamedCmdlet<Department>
{
    private const string TreeSet = "Tree";

    /// <summary>A part of the name or the remote id, in any case.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    [OneText(HasWords = true)]
    public string? Search { get; set; }

    /// <summary>Only archived departments, or only those that are not; both when left out.</summary>
    /// <remarks>In the tree, what is below a department that is left out keeps its depth and path.</remarks>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = TreeSet)]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    [Filter("isArchived")]
    public bool IsArchived { get; set; }

    /// <summary>Emits the departments as nodes of their tree, in reading order.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TreeSet)]
    public SwitchParameter Tree { get; set; }

    /// <summary>The department whose branch is wanted: an object, an id, or a name.</summary>
    [Parameter(ParameterSetName = TreeSet)]
    [ResourceId<Department>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId? Root { get; set; }

    /// <summary>Emits what is below the departments as well, each department once, in reading order.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Recurse { get; set; }

    private protected override ResourceDescriptor<Department> Descriptor => Resources.Departments;

    /// <summary>Whether the list is what the names are read from.</summary>
    private bool HasNamesToCome => Expand is not []
        && !HasInput
        && !FilterQuery.Given(this).Any()
        && !Paging.Given(MyInvocation).Any()
        && !CurrentSession.Departments.AreKnown;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Recurse && Options.IsConditional)
        {
            throw End(new BadArgumentException(
                "An entity tag covers one department, but -Recurse needs all of them.",
                IfNoneMatch ?? IfMatch,
                "Omit -IfNoneMatch and -IfMatch."));
        }

        if (Tree && MyInvocation.ExpectingInput)
        {
            throw End(new BadArgumentException(
                "-Tree accepts no input, because it needs the whole list.", null, "Use -Root to get the branch of one department."));
        }
    }

    /// <summary>The parents of the first page may be on the last one. To wait for that costs less than to read the list twice.</summary>
    private protected override IAsyncEnumerable<Page<Department>> Expanded(IAsyncEnumerable<Page<Department>> pages) =>
        base.Expanded(HasNamesToCome ? AllAtOnce(pages) : pages);

    private protected override void ProcessId(ResourceId id)
    {
        if (Recurse)
        {
            Attempt(id.Input, () => WriteBranch(id.Value));
        }
        else
        {
            base.ProcessId(id);
        }
    }

    private protected override void WriteUnasked()
    {
        if (Tree)
        {
            Attempt(Root?.Input, WriteTree);
        }
        else if (Recurse && FilterQuery.Given(this).Any())
        {
            WriteBranches();
        }
        else
        {
            base.WriteUnasked();
        }
    }

    private static async IAsyncEnumerable<Page<Department>> AllAtOnce(IAsyncEnumerable<Page<Department>> pages)
    {
        var (all, failure) = (new List<Page<Department>>(), default(ExceptionDispatchInfo));
        try
        {
            await foreach (var page in pages.ConfigureAwait(false))
            {
                all.Add(page);
            }
        }
        catch (LuccaException broken)
        {
            // What came is emitted before the error, as of any list.
            failure = ExceptionDispatchInfo.Capture(broken);
        }

        foreach (var page in all)
        {
            yield return page;
        }

        failure?.Throw();
    }
}
