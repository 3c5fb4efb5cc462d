namespace Lucca.Api;

/// <content>Employees and what is kept of each.</content>
public static partial class Resources
{
    /// <summary>Employees.</summary>
    public static ResourceDescriptor<Employee> Employees { get; } =
        new("employee", "employees")
        {
            HasNames = true,
            HasIdFilter = true,
            HasSearch = true,
            SortKeys = ["id", "familyName", "createdAt"],
            EmbeddedModel = typeof(EmployeeRow),
        };

    /// <summary>Employees' pictures: no list, and the scopes are those of employees.</summary>
    public static ResourceDescriptor<Portrait> Portraits { get; } =
        new("portrait", "portraits") { HasList = false };

    /// <summary>Employees' personal records.</summary>
    public static ResourceDescriptor<EmployeePersonalRecord> EmployeePersonalRecords { get; } =
        new("employee-personal-record", "employee-personal-records");
}
