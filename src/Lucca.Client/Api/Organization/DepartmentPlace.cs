namespace Lucca;

/// <summary>A department's position in the whole tree, even when only a part is shown.</summary>
/// <param name="department">The department.</param>
/// <param name="above">The place above; null at the top.</param>
/// <param name="isOrphan">Whether the department above is not in the list, so that this one stands at the top.</param>
internal sealed class DepartmentPlace(Department department, DepartmentPlace? above, bool isOrphan)
{
    public Department Department { get; } = department;

    public DepartmentPlace? Above { get; } = above;

    /// <summary>The names from the root down; the id stands for a missing name.</summary>
    public NamePath Path { get; } = new(department.ToString(), above?.Path);

    /// <summary>Whether the path begins at a root.</summary>
    public bool IsPathWhole { get; } = !isOrphan && above is null or { IsPathWhole: true };
}
