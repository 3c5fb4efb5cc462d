using System.Globalization;

namespace Lucca.Emulator;

/// <summary>What the demo data says of an employee: all of it follows from the index, so the tables need not know each other.</summary>
/// <param name="Index">0 for the employee 401, and so on.</param>
/// <param name="Company">Where they work, and what day it is.</param>
internal sealed record Person(int Index, Company Company)
{
    /// <summary>The index of Jane Doe, the employee 416 of the documentation.</summary>
    public const int JaneDoe = 15;

    private const int FirstId = 401;

    public string Id => IdOf(Index);

    public string GivenName => Index == JaneDoe ? "Jane" : Names.Given(Index);

    public string FamilyName => Index == JaneDoe ? "Doe" : Names.FamilyOf(Index);

    /// <summary>The 15 % that are not active are spread evenly; Jane Doe is active.</summary>
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

    /// <summary>Null in a tenant without departments.</summary>
    public string? DepartmentId => Company.DepartmentOf(Index) is var number and > 0 ? Text(number) : null;

    public string? ManagerId => Company.ManagerOf(Index) is { } manager ? IdOf(manager) : null;

    public int Establishment => (Index * 3 % 5) + 1;

    public string EmploymentId => Text(4001 + Index);

    /// <summary>An employment that ended before the present one; null for most.</summary>
    public string? FormerEmploymentId => Index % 6 == 2 ? Text(100_000 + Index) : null;

    public string JobPositionId => Text(7001 + Index);

    /// <summary>A position before the present one, in the same employment; null for most.</summary>
    public string? FormerJobPositionId => Index % 4 == 1 && Status != "upcoming" ? Text(200_000 + Index) : null;

    /// <summary>The position in the former employment.</summary>
    public string FormerEmploymentJobPositionId => Text(300_000 + Index);

    /// <summary>Some have been here for long, more came within the last five years, a few start in the next months.</summary>
    public DateOnly StartsOn => Status switch
    {
        "upcoming" => NextMonth.AddMonths(Index / 60 % 4).AddDays(Index / 20 % 3 == 2 ? 14 : 0),
        "deactivated" => EndsOn!.Value.AddDays(-200 - (Index * 37 % 1500)),
        _ when Index % 5 is 0 or 2 || Index % 4 == 1
            => Earlier(new DateOnly(2012, 1, 2).AddDays(Index * 97 % 3500), Company.Today.AddYears(-1)),
        _ => Company.Today.AddDays(-10 - (Index * 61 % 120 * 15)),
    };

    /// <summary>The last leaver left yesterday; two terms of the first 120 people end with this month.</summary>
    public DateOnly? EndsOn => Status switch
    {
        "deactivated" => Company.Today.AddDays(-1 - (Index / 10 * 150 % 1800)),
        "upcoming" when IsFixedTerm => StartsOn.AddMonths(6).AddDays(-1),
        _ when IsFixedTerm => NextMonth.AddMonths(Index / 7 % 12).AddDays(-1),
        _ => null,
    };

    /// <summary>When the present position began, where there was another before it: each of the last weeks one.</summary>
    public DateOnly PositionStartsOn
    {
        get
        {
            var today = Company.Today;
            var turn = Index / 4;
            var weeks = (turn - ((turn + 1) / 5)) % 104; // every fifth of these people has left
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (7 * weeks));
            return (FormerJobPositionId, Status) switch
            {
                (null, _) => StartsOn,
                (_, "deactivated") => StartsOn.AddDays(90),
                _ when monday > StartsOn.AddDays(30) => monday,
                _ => StartsOn.AddDays((today.DayNumber - StartsOn.DayNumber) / 2),
            };
        }
    }

    /// <summary>The last day of the former employment: a month before the present one.</summary>
    public DateOnly FormerEndsOn => Earlier(StartsOn.AddDays(-31), Company.Today.AddDays(-200));

    public DateOnly FormerStartsOn => FormerEndsOn.AddDays(-179);

    /// <summary>The record was made two weeks before the first day, and not before 2023, when the tenant began.</summary>
    public string CreatedAt => Timestamp.Varied(CreatedOn, Index);

    /// <summary>Each week one record has changed.</summary>
    public string LastUpdatedAt
        => Timestamp.Text(Company.Today.AddDays(-1 - (7 * Index)) is var day && day < CreatedOn ? CreatedOn : day) + "T18:00:00Z";

    private DateOnly CreatedOn => Earlier(
        Timestamp.FirstDay.AddDays(Index % 300) is var first && first > StartsOn.AddDays(-14) ? first : StartsOn.AddDays(-14),
        Company.Today.AddDays(-1));

    private DateOnly NextMonth => Company.Today.AddDays(1 - Company.Today.Day).AddMonths(1);

    public static IEnumerable<Person> All(TenantOptions options)
    {
        var company = new Company(options);
        return Enumerable.Range(0, options.Employees).Select(index => new Person(index, company));
    }

    public static string IdOf(int index) => Text(FirstId + index);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
