namespace Lucca.Api;

/// <summary>The resources of version 2024-11-01 (lucca-resources, section 3).</summary>
public static class Resources
{
    /// <summary>Departments; the list has no id filter.</summary>
    public static ResourceDescriptor<Department> Departments { get; } =
        new("department", "departments", LuccaJson.Default.Department) { List = LuccaJson.Default.PageDepartment };

    /// <summary>Employees.</summary>
    public static ResourceDescriptor<Employee> Employees { get; } =
        new("employee", "employees", LuccaJson.Default.Employee)
        {
            List = LuccaJson.Default.PageEmployee,
            HasIdFilter = true,
            SortKeys = ["id", "familyName", "createdAt"],
        };

    /// <summary>Employees' pictures: no list, and the scopes are those of employees.</summary>
    public static ResourceDescriptor<Portrait> Portraits { get; } =
        new("portrait", "portraits", LuccaJson.Default.Portrait) { ScopeName = "employees" };

    /// <summary>Files: no list, and each read needs a token from a link.</summary>
    public static ResourceDescriptor<File> Files { get; } =
        new("file", "files", LuccaJson.Default.File);
}
