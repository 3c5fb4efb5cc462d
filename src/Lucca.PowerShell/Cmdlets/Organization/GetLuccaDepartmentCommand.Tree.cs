using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>The tree of all departments, and its branches.</content>
public sealed partial class GetLuccaDepartmentCommand
{
    private readonly Dictionary<LuccaSession, DepartmentTree> _trees = [];
    private readonly HashSet<(LuccaSession Session, string Id)> _written = [];

    /// <summary>The list is read once a session; what one branch has emitted is no part of the next.</summary>
    private void WriteBranch(string root)
    {
        if (!_trees.TryGetValue(CurrentSession, out var tree))
        {
            _trees.Add(CurrentSession, tree = ReadTree());
        }

        foreach (var node in tree.Nodes(root).Where(node => _written.Add((CurrentSession, node.Id))))
        {
            WriteObject(View(node.Department));
        }
    }

    /// <summary>Those that the filters find, with everything below them, whether the filters find that as well or not.</summary>
    private void WriteBranches()
    {
        var found = Await(token => ReadAllAsync(FilterQuery.Build(this, IdsOf), [], token));
        var tree = ReadTree();
        WriteWindow(tree.NodesBelow(found.Select(one => one.Id)), node => View(node.Department));
    }

    private DepartmentTree ReadTree()
    {
        var odd = new List<MalformedItem>();
        var departments = Await(token => ReadAllAsync([], odd, token));
        odd.ForEach(item => Report(item.ToError(), item.Id));
        ExpandAll(departments);
        return new DepartmentTree(departments);
    }

    private void WriteTree()
    {
        var tree = ReadTree();
        foreach (var cycle in tree.Cycles)
        {
            WriteWarning(
                $"The departments {string.Join(", ", cycle.Select(one => one.Id))} form a cycle, each the parent of the next. "
                + $"{cycle[0].Id} is shown as a root.");
        }

        var nodes = tree.Nodes(
            Root?.Value, IsBound(nameof(IsArchived)) ? department => (department.IsArchived ?? false) == IsArchived : null);
        WriteWindow(nodes, node => node);
    }

    private void WriteWindow(IReadOnlyList<DepartmentNode> nodes, Func<DepartmentNode, object> view)
    {
        var window = Paging.Window(PagingParameters, written: 0);
        if (window.WithTotal)
        {
            WriteObject(Paging.Total(PagingParameters, nodes.Count));
        }

        WriteObject(
            nodes.Skip((int)Math.Min(window.Skip, int.MaxValue))
                .Take((int)Math.Min(window.First ?? int.MaxValue, int.MaxValue))
                .Select(view),
            enumerateCollection: true);
    }

    private async Task<List<Department>> ReadAllAsync(
        QueryParameters query, List<MalformedItem> odd, CancellationToken cancellationToken)
    {
        var departments = new List<Department>();
        await foreach (var page in Client.Departments.PagesAsync(
            query, ListWindow.All, Options.Include, cancellationToken).ConfigureAwait(false))
        {
            departments.AddRange(page.Items(odd.Add));
        }

        return departments;
    }
}
