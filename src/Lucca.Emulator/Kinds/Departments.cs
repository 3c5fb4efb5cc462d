using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Departments: filters <c>search</c> and <c>isArchived</c> alone; <c>embedded</c> is always empty.</summary>
internal static class Departments
{
    public static ResourceKind Kind { get; } = new("department", "departments")
    {
        Rows = MakeRows,
        Filters = [new SearchFilter("name", "remoteId"), new BoolFilter("isArchived")],
        Links = [new("activeEmployees", "employees?applicableJobPosition.department.id=")],
    };

    private static IEnumerable<JsonObject> MakeRows(TenantOptions options)
    {
        var company = new Company(options);
        return company.Departments.Values.Select(department => Row.Of(
            "department",
            Person.Text(department.Number),
            ("name", department.Name),
            ("description", department.Number % 5 == 0 ? $"Everything about {department.Name}" : null),
            ("remoteId", department.Code),
            ("isArchived", department.IsArchived),
            ("parent", department.Parent == 0 ? null : Row.Reference("department", Person.Text(department.Parent))),
            ("level", DemoDepartments.Level(department, company.Departments)),
            ("manager", Row.ReferenceOrNull("employee", company.ManagerOf(department) is { } manager ? Person.IdOf(manager) : null)),
            ("sortOrder", department.SortOrder),
            ("owningApplication", department.OwningApplication)));
    }
}
