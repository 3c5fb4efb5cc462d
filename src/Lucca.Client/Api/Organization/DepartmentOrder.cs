namespace Lucca.Api;

/// <summary>The order of siblings: by sort order, then name, then id.</summary>
internal sealed class DepartmentOrder : IComparer<Department>
{
    public static DepartmentOrder Instance { get; } = new();

    public int Compare(Department? x, Department? y) => Key(x!).CompareTo(Key(y!)) switch
    {
        0 => CompareNames(x!, y!),
        var order => order,
    };

    private static int Key(Department department) => department.SortOrder ?? int.MaxValue;

    private static int CompareNames(Department x, Department y) => StringComparer.InvariantCultureIgnoreCase.Compare(x.Name, y.Name) switch
    {
        0 => StringComparer.Ordinal.Compare(x.Id, y.Id),
        var order => order,
    };
}
