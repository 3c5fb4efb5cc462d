using System.Globalization;

namespace Lucca.Emulator;

/// <summary>What the demo data says of an employee: all of it follows from the index, so the tables need not know each other.</summary>
/// <param name="Index">0 for the employee 401, and so on.</param>
/// <param name="Options">How many departments and employees there are.</param>
internal sealed record Person(int Index, TenantOptions Options)
{
    /// <summary>The index of Jane Doe, the employee 416 of the documentation.</summary>
    public const int JaneDoe = 15;

    private const int FirstId = 401;

    public string Id => IdOf(Index);

    public string GivenName => Index == JaneDoe ? "Jane" : Names.Given(Index);

    public string FamilyName => Index == JaneDoe ? "Doe" : Names.FamilyOf(Index);

    /// <summary>The 20 % that are not active are spread evenly; Jane Doe is active.</summary>
    public string Status => (Index % 20 == 7, Index % 10 == 3) switch
    {
        (true, _) => "upcoming",
        (_, true) => "deactivated",
        _ => "active",
    };

    public bool IsWoman => Index % 2 == 1;

    public bool IsFixedTerm => Index % 7 == 2;

    public bool IsFrench => Index % 3 != 1;

    /// <summary>The portrait's id: the employee 416 has the portrait 874. Null for those without one.</summary>
    public string? PortraitId => Index % 12 == 5 ? null : Text(FirstId + Index + 458);

    public string DepartmentId => Index == JaneDoe ? "32" : DemoDepartment.OfPerson(Index, Options.Departments);

    public string? ManagerId => DemoDepartment.Manager(DepartmentId, Options) is var manager && manager != Id ? manager : null;

    public int Establishment => (Index * 3 % 5) + 1;

    public string EmploymentId => Text(4001 + Index);

    /// <summary>An employment that ended before the present one; null for most.</summary>
    public string? FormerEmploymentId => Index % 6 == 2 ? Text(100_000 + Index) : null;

    public string JobPositionId => Text(7001 + Index);

    /// <summary>A position before the present one, in the same employment; null for most.</summary>
    public string? FormerJobPositionId => Index % 4 == 1 && Status != "upcoming" ? Text(200_000 + Index) : null;

    /// <summary>The position in the former employment.</summary>
    public string FormerEmploymentJobPositionId => Text(300_000 + Index);

    public DateOnly StartsOn => Status == "upcoming"
        ? new DateOnly(2035, 1, 1).AddMonths(Index % 24)
        : new DateOnly(2012, 1, 2).AddDays(Index * 97 % 4200);

    public DateOnly? EndsOn => Status switch
    {
        "deactivated" => StartsOn.AddDays(180 + (Index * 13 % 300)),
        _ when IsFixedTerm => new DateOnly(2037, 12, 31),
        _ => null,
    };

    /// <summary>When the present position began, where there was another before it.</summary>
    public DateOnly PositionStartsOn => FormerJobPositionId is null ? StartsOn : StartsOn.AddDays(90);

    /// <summary>The last day of the former employment: a month before the present one.</summary>
    public DateOnly FormerEndsOn => (StartsOn.Year > 2030 ? new DateOnly(2019, 7, 1) : StartsOn).AddDays(-31);

    public DateOnly FormerStartsOn => FormerEndsOn.AddDays(-179);

    public static IEnumerable<Person> All(TenantOptions options)
        => Enumerable.Range(0, options.Employees).Select(index => new Person(index, options));

    public static string IdOf(int index) => Text(FirstId + index);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
