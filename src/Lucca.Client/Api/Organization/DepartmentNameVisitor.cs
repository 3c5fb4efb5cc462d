using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lucca.Api;

/// <summary>Replaces references to departments by references with names, and gives departments themselves their paths.</summary>
/// <param name="find">The name of a department, by its id; null where that is not known.</param>
/// <param name="references">The references made so far, by id: thousands of employees share those of a few departments.</param>
internal sealed class DepartmentNameVisitor(Func<string, DepartmentName?> find, Dictionary<string, DepartmentReference> references)
    : ReferenceVisitor
{
    // A queue, not recursion: a long chain of resources would overflow the stack.
    private readonly Queue<Department> _open = [];
    private readonly HashSet<Department> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether every reference to a department has its name.</summary>
    public bool IsAllNamed { get; private set; } = true;

    /// <summary>Names the departments that an object refers to, and those that these refer to.</summary>
    public void Name(Resource item)
    {
        if (item is Department own)
        {
            Add(own);
        }
        else
        {
            item.Visit(this);
        }

        while (_open.TryDequeue(out var department))
        {
            department.Visit(this);
            department.NamePath = PathOf(department);
        }
    }

    /// <inheritdoc/>
    [return: NotNullIfNotNull(nameof(reference))]
    public override Reference? Visit(
        string type, Reference? reference, [CallerArgumentExpression(nameof(reference))] string member = "")
    {
        if (reference is null or DepartmentReference || type != Resources.Departments.Name)
        {
            return reference;
        }

        if (reference is Department department)
        {
            Add(department);
            return department;
        }

        var named = Named(reference);
        IsAllNamed &= named is not null;
        return named ?? reference;
    }

    /// <summary>The path, by the name that came now: the list may be older.</summary>
    private NamePath? PathOf(Department department) =>
        find(department.Id)?.Path is { } path && path.Name == department.ToString() ? path
        : department.Parent is DepartmentReference { NamePath: { } above } ? new NamePath(department.ToString(), above)
        : null;

    private void Add(Department department)
    {
        if (_seen.Add(department))
        {
            _open.Enqueue(department);
        }
    }

    /// <summary>The reference with its name. Thousands of employees share those of a few departments.</summary>
    private DepartmentReference? Named(Reference reference)
    {
        if (find(reference.Id) is not { } name)
        {
            return null;
        }

        if (reference.UnknownMembers is not null)
        {
            return Named(reference, name);
        }

        if (!references.TryGetValue(reference.Id, out var named))
        {
            references.Add(reference.Id, named = Named(reference, name));
        }

        return named;
    }

    private static DepartmentReference Named(Reference reference, DepartmentName name) => new()
    {
        Id = reference.Id,
        Type = reference.Type,
        UrlParts = reference.UrlParts,
        UnknownMembers = reference.UnknownMembers,
        Origin = reference.Origin,
        Name = name.Name,
        NamePath = name.Path,
    };
}
