using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>An employee.</summary>
public class Employee : Resource
{
    /// <summary>The full name: the first name and the last.</summary>
    [JsonIgnore]
    public string Name => string.Join(' ', new[] { GivenName, FamilyName }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>The identifier in another software, unique; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The first name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The last name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The number in the company's own records; null when there is none.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary><c>active</c>, <c>upcoming</c> or <c>deactivated</c>; computed by Lucca.</summary>
    public string? Status { get; init; }

    /// <summary>The professional e-mail address; null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The professional phone number; null when there is none.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Day and month of birth, from the personal record; null when unknown.</summary>
    public BirthDay? BirthDay { get; init; }

    /// <summary>The picture; null when there is none.</summary>
    [JsonInclude]
    public Reference? Portrait { get; internal set; }

    /// <summary>The applicable employment: the current one, else the next, else the last.</summary>
    public Reference? ApplicableEmployment { get; init; }

    /// <summary>The applicable job position, by the same rule.</summary>
    public Reference? ApplicableJobPosition { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The applicable employment; null unless embedded.</summary>
    [JsonIgnore]
    internal Employment? Employment { get; private set; }

    /// <summary>The applicable job position; null unless embedded.</summary>
    [JsonIgnore]
    internal JobPosition? JobPosition { get; private set; }

    /// <summary>How the list was read that brought the employee, as the shell says it; null when no list did.</summary>
    [JsonIgnore]
    internal object? ReadFrom { get; set; }

    /// <summary>The values of fields that were asked for, by the fields' ids; null where none were.</summary>
    [JsonIgnore]
    internal IReadOnlyList<KeyValuePair<string, object?>>? Attributes { get; set; }

    /// <inheritdoc/>
    internal override IReadOnlyList<string> NamesBesideProperties => [nameof(Employment), nameof(JobPosition)];

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Portrait = visitor.Visit("portrait", Portrait);
        Employment = visitor.Find("employment", ApplicableEmployment) as Employment ?? Employment;
        JobPosition = visitor.Find("job-position", ApplicableJobPosition) as JobPosition ?? JobPosition;
    }
}

/// <summary>A day of the year. It sorts by month and day, and equals its own text.</summary>
[SuppressMessage("Design", "CA1036", Justification = "Shells compare through IComparable; in C# == stays what it is for every class.")]
public sealed class BirthDay : OpenObject, IComparable
{
    /// <summary>The day of the month, 1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>Reads a day, as shells do to compare it with text.</summary>
    /// <param name="text">Month and day as <c>MM-dd</c>.</param>
    /// <exception cref="FormatException">It is no day of the year.</exception>
    public static BirthDay Parse(string text)
    {
        // A leap year has all of them.
        var date = DateTime.ParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new BirthDay { Day = date.Day, Month = date.Month };
    }

    /// <summary>Month and day as <c>MM-dd</c>.</summary>
    public override string ToString() => $"{Month:00}-{Day:00}";

    /// <summary>Whether it is the same day.</summary>
    /// <param name="obj">Another one, or text such as <c>02-29</c>.</param>
    public override bool Equals(object? obj) => obj switch
    {
        BirthDay other => Month == other.Month && Day == other.Day,
        string text => text == ToString(),
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Month, Day);

    /// <summary>By month, then by day.</summary>
    /// <param name="obj">Another one, or text.</param>
    public int CompareTo(object? obj) => string.CompareOrdinal(ToString(), obj?.ToString());
}
