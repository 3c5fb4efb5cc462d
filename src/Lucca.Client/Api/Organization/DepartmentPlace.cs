namespace Lucca;

/// <summary>A department's position in the whole tree, even when only a part is shown.</summary>
internal sealed class DepartmentPlace(Department department, DepartmentPlace? above)
{
    public Department Department { get; } = department;

    public DepartmentPlace? Above { get; } = above;

    /// <summary>The names from the root down; the id stands for a missing name.</summary>
    public NamePath Path { get; } = new(string.IsNullOrEmpty(department.Name) ? department.Id : department.Name, above?.Path);
}
