namespace Lucca;

/// <summary>A department's place in the tree of departments.</summary>
public sealed class DepartmentNode
{
    private readonly DepartmentPlace _place;
    private readonly DepartmentNode? _above;
    private readonly Values<DepartmentNode> _children = [];

    internal DepartmentNode(DepartmentPlace place, DepartmentNode? above)
    {
        (_place, _above) = (place, above);
        above?._children.Add(this);
    }

    /// <summary>The department's id.</summary>
    public string Id => Department.Id;

    /// <summary>The department's name; its id when it has none.</summary>
    public string Name => _place.Path.Name;

    /// <summary>The depth in the whole tree, 1 for a root.</summary>
    public int Depth => _place.Path.Depth;

    /// <summary>The names from the root down, such as <c>Group/Finance/Accounting</c>. Slashes in names are not escaped.</summary>
    public string Path => _place.Path.ToString();

    /// <summary>The lines that draw the branch to this node, such as <c>│  └─ </c>; empty at the top.</summary>
    public string Branch
    {
        get
        {
            var parts = new Stack<string>();
            for (var (node, isOwn) = (this, true); node._above is { } above; (node, isOwn) = (above, false))
            {
                var isLast = ReferenceEquals(above._children[^1], node);
                parts.Push((isOwn, isLast) switch
                {
                    (true, true) => "└─ ",
                    (true, false) => "├─ ",
                    (false, true) => "   ",
                    (false, false) => "│  ",
                });
            }

            return string.Concat(parts);
        }
    }

    /// <summary>The children, in reading order.</summary>
    public Values<DepartmentNode> Children => _children;

    /// <summary>The department itself.</summary>
    public Department Department => _place.Department;

    /// <summary>The department's name.</summary>
    public override string ToString() => Name;
}
