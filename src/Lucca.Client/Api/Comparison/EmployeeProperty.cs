using System.Collections.Frozen;
using System.Globalization;

namespace Lucca.Api;

/// <summary>
/// A property of employees in which two states can differ. What changes by itself or says the same as another is not among them.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">What it comes from.</param>
/// <param name="Read">Reads it of an employee whose parts are there.</param>
/// <param name="Normalize">Makes what a file holds of it comparable.</param>
internal sealed record EmployeeProperty(string Name, EmployeePart Part, Func<Employee, object?> Read, Func<object, object?> Normalize)
{
    /// <summary>The property that tells joiners, starters and leavers.</summary>
    public const string Status = "Status";

    /// <summary>All of them, in the order in which changes are told.</summary>
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
        new("Portrait", EmployeePart.Employee, employee => employee.Portrait, Meant),
        new("StartsOn", EmployeePart.Employment, employee => employee.Employment!.StartsOn, Day),
        new("EndsOn", EmployeePart.Employment, employee => employee.Employment!.EndsOn, Day),
        new("EmploymentTemplate", EmployeePart.Employment, employee => employee.Employment!.Template, Meant),
        new("LegalEntity", EmployeePart.Employment, employee => employee.Employment!.LegalEntity, Meant) { IsMove = true },
        new("JobTitle", EmployeePart.JobPosition, employee => employee.JobPosition!.JobTitle, Text) { IsMove = true },
        Place("Department", position => position.Department),
        Place("Manager", position => position.Manager),
        Place("BusinessEstablishment", position => position.BusinessEstablishment),
        Place("JobQualification", position => position.JobQualification),
        Place("OccupationCategory", position => position.OccupationCategory),
    ];

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((property, place) => KeyValuePair.Create(property.Name, place)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<EmployeePart, int[]> PlacesByPart =
        All.Index().GroupBy(place => place.Item.Part, place => place.Index).ToFrozenDictionary(part => part.Key, part => part.ToArray());

    /// <summary>Whether a change of it moves the employee within the organization.</summary>
    public bool IsMove { get; init; }

    /// <summary>Whether it is a day.</summary>
    public bool IsDay { get; } = Normalize == Day;

    /// <summary>Whether it refers to something.</summary>
    private bool IsReference { get; } = Normalize == Meant;

    /// <summary>Where a property stands among all of them, whatever the case of its name; -1 when there is none of that name.</summary>
    public static int IndexOf(string name) => Places.TryGetValue(name, out var place) ? place : -1;

    /// <summary>Where those of a part stand.</summary>
    public static int[] PlacesOf(EmployeePart part) => PlacesByPart[part];

    /// <summary>Whether two values of it can be told apart: the bare name of what is meant says nothing beside a bare id.</summary>
    public bool CanCompare(object? before, object? after) =>
        !IsReference || before is null || after is null || (HasId(before) && HasId(after)) || (HasName(before) && HasName(after));

    private static EmployeeProperty Own(string name, Func<Employee, object?> read) => new(name, EmployeePart.Employee, read, Text);

    private static EmployeeProperty Place(string name, Func<JobPosition, Reference?> read) =>
        new(name, EmployeePart.JobPosition, employee => read(employee.JobPosition!), Meant) { IsMove = true };

    private static string? Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static object? Meant(object value) => value as Reference ?? (object?)Text(value);

    private static bool HasId(object value) => value is Reference || IsId((string)value);

    private static bool HasName(object value) => value is Reference reference ? !string.IsNullOrEmpty(reference.KnownName) : !IsId((string)value);

    private static bool IsId(string text) => text.All(char.IsAsciiDigit);

    private static object? Day(object value) => value switch
    {
        DateTime day => day.Date,
        DateTimeOffset timestamp => timestamp.Date,
        _ => Text(value),
    };
}

/// <summary>Where a property of an employee's row comes from. A part may be missing as a whole: not asked for, or not to be seen with the key.</summary>
internal enum EmployeePart
{
    /// <summary>The employee.</summary>
    Employee,

    /// <summary>The employment that counts.</summary>
    Employment,

    /// <summary>The job position that counts.</summary>
    JobPosition,
}
