using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaDepartment</c>: departments by id, as a list, or as the tree that they form.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaDepartment", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Department), ParameterSetName = [IdSet, ListSet])]
[OutputType(typeof(DepartmentNode), ParameterSetName = [TreeSet])]
public sealed class GetLuccaDepartmentCommand : ListCmdlet<Department>
{
    private const string TreeSet = "Tree";

    /// <summary>A part of the name or the remote id, in any case.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    public string? Search { get; set; }

    /// <summary>Only archived departments, or only those that are not; both when left out.</summary>
    /// <remarks>In the tree, what is below a department that is left out keeps its depth and path.</remarks>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = TreeSet)]
    [Filter("isArchived")]
    public bool? IsArchived { get; set; }

    /// <summary>Emits the departments as nodes of their tree, in reading order.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TreeSet)]
    public SwitchParameter Tree { get; set; }

    /// <summary>The department whose branch is wanted: an object, an id, or a name.</summary>
    [Parameter(ParameterSetName = TreeSet)]
    [ResourceId<Department>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId? Root { get; set; }

    private protected override ResourceDescriptor<Department> Descriptor => Resources.Departments;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Tree && MyInvocation.ExpectingInput)
        {
            throw End(new BadArgumentException(
                "-Tree accepts no input, because it needs the whole list.", null, "Use -Root to get the branch of one department."));
        }
    }

    private protected override void WriteUnasked()
    {
        if (Tree)
        {
            Attempt(Root?.Input, WriteTree);
        }
        else
        {
            base.WriteUnasked();
        }
    }

    private void WriteTree()
    {
        var odd = new List<MalformedItem>();
        var departments = Await(token => ReadAllAsync(odd, token));
        odd.ForEach(item => Report(item.ToError(), item.Id));
        References.Expand(departments);
        var tree = new DepartmentTree(departments);
        foreach (var cycle in tree.Cycles)
        {
            WriteWarning(
                $"The departments {string.Join(", ", cycle.Select(one => one.Id))} form a cycle, each the parent of the next. "
                + $"{cycle[0].Id} is shown as a root.");
        }

        var nodes = tree.Nodes(Root?.Value, IsArchived is { } archived ? department => (department.IsArchived ?? false) == archived : null);
        var window = Paging.Window(PagingParameters, written: 0);
        if (window.WithTotal)
        {
            WriteObject(Paging.Total(PagingParameters, nodes.Count));
        }

        WriteObject(
            nodes.Skip((int)Math.Min(window.Skip, int.MaxValue)).Take((int)Math.Min(window.First ?? int.MaxValue, int.MaxValue)),
            enumerateCollection: true);
    }

    private async Task<List<Department>> ReadAllAsync(List<MalformedItem> odd, CancellationToken cancellationToken)
    {
        var departments = new List<Department>();
        await foreach (var page in Client.Departments.PagesAsync(
            [], ListWindow.All, Options.Include, cancellationToken).ConfigureAwait(false))
        {
            departments.AddRange(page.Items(odd.Add));
        }

        return departments;
    }
}
