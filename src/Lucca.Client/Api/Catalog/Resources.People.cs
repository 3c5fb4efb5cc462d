namespace Lucca.Api;

/// <content>Employees, their portraits and personal records.</content>
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

    /// <summary>Portraits, with the scopes of employees. There is no list.</summary>
    public static ResourceDescriptor<Portrait> Portraits { get; } =
        new("portrait", "portraits") { HasList = false };

    /// <summary>Employees' personal records.</summary>
    public static ResourceDescriptor<EmployeePersonalRecord> EmployeePersonalRecords { get; } =
        new("employee-personal-record", "employee-personal-records");
}
