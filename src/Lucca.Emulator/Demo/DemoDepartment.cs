namespace Lucca.Emulator.Demo;

/// <summary>A department of the demo data.</summary>
/// <param name="Number">Its id.</param>
/// <param name="Parent">The id of its parent; 0 for a root.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its remote id; null when it has none.</param>
internal sealed record DemoDepartment(int Number, int Parent, string Name, string? Code)
{
    public bool IsArchived { get; init; }

    public string? OwningApplication { get; init; }

    /// <summary>The index among its siblings, from 0.</summary>
    public int SortOrder { get; init; }

    /// <summary>Every sixth has none.</summary>
    public static string? Manager(string departmentId, TenantOptions options)
    {
        if (departmentId == "32")
        {
            return options.Employees > Person.JaneDoe ? Person.IdOf(Person.JaneDoe) : null;
        }

        return int.TryParse(departmentId, out var number) && number % 6 != 0 && options.Employees > 0
            ? Person.IdOf(number * 4 % options.Employees) // such indexes are of active people
            : null;
    }

    /// <summary>The department of a person: never an archived one.</summary>
    public static string OfPerson(int index, int departments)
        => Person.Text(1 + (index * 11 % Math.Max(1, departments)) is var number && number is 29 or 38 or 39 ? number - 2 : number);
}
