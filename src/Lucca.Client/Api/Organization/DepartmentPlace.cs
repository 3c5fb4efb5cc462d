namespace Lucca;

/// <summary>A department's position in the whole tree, even when only a part is shown.</summary>
internal sealed class DepartmentPlace(Department department, DepartmentPlace? above)
{
    public Department Department { get; } = department;

    public DepartmentPlace? Above { get; } = above;

    public int Depth { get; } = (above?.Depth ?? 0) + 1;

    public string Name => string.IsNullOrEmpty(Department.Name) ? Department.Id : Department.Name;

    /// <summary>The names from the root down. Built on demand: the paths of a very deep tree would need much memory.</summary>
    public string Path()
    {
        var names = new List<string>(Depth);
        for (var place = this; place is not null; place = place.Above)
        {
            names.Add(place.Name);
        }

        names.Reverse();
        return string.Join('/', names);
    }
}
