using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// The tree of departments, built from their parents: the API has none (docs/api.md#resources). A department with an unknown parent
/// becomes a root, and so does one department of each cycle.
/// </summary>
public sealed class DepartmentTree
{
    private readonly List<DepartmentPlace> _places = [];

    /// <summary>Builds the tree.</summary>
    /// <param name="departments">The departments in any order; of several with the same id, the first counts.</param>
    public DepartmentTree(IEnumerable<Department> departments)
    {
        var byId = departments.DistinctBy(department => department.Id, StringComparer.Ordinal)
            .ToDictionary(department => department.Id, StringComparer.Ordinal);
        Cycles = DepartmentCycles.Find(byId);
        var cut = Cycles.Select(cycle => cycle[0]).ToHashSet();
        var children = byId.Values.Where(department => !IsRoot(department))
            .ToLookup(department => department.Parent!.Id, StringComparer.Ordinal);

        // Not recursive: a tree may be deeper than the call stack.
        var open = new Stack<DepartmentPlace>();
        Push(byId.Values.Where(IsRoot), above: null);
        while (open.TryPop(out var place))
        {
            _places.Add(place);
            Push(children[place.Department.Id], place);
        }

        void Push(IEnumerable<Department> siblings, DepartmentPlace? above)
        {
            foreach (var department in siblings.OrderDescending(DepartmentOrder.Instance))
            {
                open.Push(new DepartmentPlace(department, above, IsOrphan(department)));
            }
        }

        bool IsRoot(Department department) => department.Parent is null || IsOrphan(department) || cut.Contains(department);

        bool IsOrphan(Department department) => department.Parent is { } parent && !byId.ContainsKey(parent.Id);
    }

    /// <summary>The cycles that were cut, each from its new root down.</summary>
    public IReadOnlyList<IReadOnlyList<Department>> Cycles { get; }

    /// <summary>All places, parents before their children.</summary>
    internal IReadOnlyList<DepartmentPlace> Places => _places;

    /// <summary>The nodes in reading order: parents before their children.</summary>
    /// <param name="root">The id, or the name in any case, of the branch to show; null for all. A name may mean several.</param>
    /// <param name="isShown">
    /// Selects the departments to show; null for all. The others' children keep their depth and path, and become children of the nearest
    /// ancestor that is shown.
    /// </param>
    /// <exception cref="LuccaException">No department has that id or name.</exception>
    public IReadOnlyList<DepartmentNode> Nodes(string? root = null, Func<Department, bool>? isShown = null) =>
        Nodes(root is null ? null : Find(root), isShown);

    private List<DepartmentNode> Nodes(HashSet<DepartmentPlace>? tops, Func<Department, bool>? isShown)
    {
        var nodes = new List<DepartmentNode>();
        var nearest = new Dictionary<DepartmentPlace, DepartmentNode?>();
        foreach (var place in _places)
        {
            DepartmentNode? above = null;
            var isInside = (place.Above is { } parent && nearest.TryGetValue(parent, out above)) || tops is null || tops.Contains(place);
            if (!isInside)
            {
                continue;
            }

            if (isShown?.Invoke(place.Department) is false)
            {
                nearest[place] = above;
                continue;
            }

            var node = new DepartmentNode(place, above);
            nearest[place] = node;
            nodes.Add(node);
        }

        return nodes;
    }

    /// <summary>The nodes of several branches, each once, in reading order.</summary>
    /// <param name="roots">The ids of the branches' tops; what is no department here has no branch.</param>
    internal IReadOnlyList<DepartmentNode> NodesBelow(IEnumerable<string> roots)
    {
        var ids = roots.ToHashSet(StringComparer.Ordinal);
        return Nodes(_places.Where(place => ids.Contains(place.Department.Id)).ToHashSet(), isShown: null);
    }

    private HashSet<DepartmentPlace> Find(string root)
    {
        var found = _places.Where(place => place.Department.Id == root).ToHashSet();
        if (found.Count == 0)
        {
            found = _places.Where(place => place.Path.Name.Equals(root, StringComparison.OrdinalIgnoreCase)).ToHashSet();
        }

        if (found.Count > 0)
        {
            return found;
        }

        // A pattern, or an error that suggests similar names.
        var names = new NameList(Resources.Departments, [.. _places.Select(place => NamedResource.Of(place.Department))]);
        var named = names.Find(root, withNearest: true, CancellationToken.None);
        return named.Error is null ? _places.Where(place => named.Ids.Contains(place.Department.Id)).ToHashSet() : throw named.Error;
    }
}
