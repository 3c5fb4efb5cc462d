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

    /// <summary>The employment that counts: the current one, else the next, else the last.</summary>
    public Reference? ApplicableEmployment { get; init; }

    /// <summary>The job position that counts, by the same rule.</summary>
    public Reference? ApplicableJobPosition { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The employment that counts, when the response embedded it.</summary>
    [JsonIgnore]
    internal Employment? Employment { get; private set; }

    /// <summary>The job position that counts, when the response embedded it.</summary>
    [JsonIgnore]
    internal JobPosition? JobPosition { get; private set; }

    /// <summary>How the list was read that brought the employee, as the shell says it; null when no list did.</summary>
    [JsonIgnore]
    internal object? ReadFrom { get; set; }

    /// <summary>The values of fields that were asked for, by the fields' ids; null where none were.</summary>
    [JsonIgnore]
    internal IReadOnlyList<KeyValuePair<string, object?>>? Attributes { get; set; }

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
