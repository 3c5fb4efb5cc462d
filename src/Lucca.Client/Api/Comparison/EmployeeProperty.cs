using System.Collections.Frozen;
using System.Globalization;

namespace Lucca.Api;

/// <summary>
/// A property of employees that is compared. Properties that change by themselves, or repeat another one, are not.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">The part that holds it.</param>
/// <param name="Read">Reads it from an employee that has this part.</param>
/// <param name="Normalize">Makes a saved value comparable.</param>
internal sealed record EmployeeProperty(string Name, EmployeePart Part, Func<Employee, object?> Read, Func<object, object?> Normalize)
{
    /// <summary>The property that shows joiners, starters and leavers.</summary>
    public const string Status = "Status";

    /// <summary>All of them, in the order in which changes are reported.</summary>
    public static IReadOnlyList<EmployeeProperty> All { get; } =
    [
        Own(Status, employee => employee.Status),
        Own("GivenName", employee => employee.GivenName),
        Own("FamilyName", employee => employee.FamilyName),
        Own("EmployeeNumber", employee => employee.EmployeeNumber),
        Own("RemoteId", employee => employee.RemoteId),
        Own("Email", employee => employee.Email),
        Own("PhoneNumber", employee => employee.PhoneNumber),
        Own("BirthDay", employee => employee.BirthDay?.ToString()),
        new("Portrait", EmployeePart.Employee, employee => employee.Portrait, Target),
        new("StartsOn", EmployeePart.Employment, employee => employee.Employment!.StartsOn, Day),
        new("EndsOn", EmployeePart.Employment, employee => employee.Employment!.EndsOn, Day),
        new("EmploymentTemplate", EmployeePart.Employment, employee => employee.Employment!.Template, Target),
        new("LegalEntity", EmployeePart.Employment, employee => employee.Employment!.LegalEntity, Target) { IsMove = true },
        new("JobTitle", EmployeePart.JobPosition, employee => employee.JobPosition!.JobTitle, Text) { IsMove = true },
        Position("Department", position => position.Department),
        Position("Manager", position => position.Manager),
        Position("BusinessEstablishment", position => position.BusinessEstablishment),
        Position("JobQualification", position => position.JobQualification),
        Position("OccupationCategory", position => position.OccupationCategory),
    ];

    private static readonly FrozenDictionary<string, int> Indexes =
        All.Select((property, index) => KeyValuePair.Create(property.Name, index)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<EmployeePart, int[]> IndexesByPart =
        All.Index().GroupBy(pair => pair.Item.Part, pair => pair.Index).ToFrozenDictionary(part => part.Key, part => part.ToArray());

    /// <summary>Whether a change of it moves the employee within the organization.</summary>
    public bool IsMove { get; init; }

    /// <summary>Whether it is a day.</summary>
    public bool IsDay { get; } = Normalize == Day;

    /// <summary>Whether it refers to something.</summary>
    private bool IsReference { get; } = Normalize == Target;

    /// <summary>The index of a property by its name in any case; -1 when there is none.</summary>
    public static int IndexOf(string name) => Indexes.TryGetValue(name, out var index) ? index : -1;

    /// <summary>The indexes of a part's properties.</summary>
    public static int[] IndexesOf(EmployeePart part) => IndexesByPart[part];

    /// <summary>Whether two values are the same; null when they cannot be compared.</summary>
    /// <param name="before">The normalized value before; null for none.</param>
    /// <param name="after">The normalized value after; null for none.</param>
    public bool? Same(object? before, object? after) =>
        IsReference && before is not null && after is not null ? ReferenceText.Same(before, after) : Equals(before, after);

    private static EmployeeProperty Own(string name, Func<Employee, object?> read) => new(name, EmployeePart.Employee, read, Text);

    private static EmployeeProperty Position(string name, Func<JobPosition, Reference?> read) =>
        new(name, EmployeePart.JobPosition, employee => read(employee.JobPosition!), Target) { IsMove = true };

    private static string? Text(object value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static object? Target(object value) => value as Reference ?? (object?)Text(value);

    private static object? Day(object value) => value switch
    {
        DateTime day => day.Date,
        DateTimeOffset timestamp => timestamp.Date,
        _ => Text(value),
    };
}

/// <summary>The part of an employee that holds a property. A whole part may be missing: not requested, or not visible to the key.</summary>
internal enum EmployeePart
{
    /// <summary>The employee.</summary>
    Employee,

    /// <summary>The applicable employment.</summary>
    Employment,

    /// <summary>The applicable job position.</summary>
    JobPosition,
}
