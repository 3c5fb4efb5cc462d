namespace Lucca;

/// <summary>An employee (lucca-resources 3.7).</summary>
public sealed class Employee : Resource
{
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
    public Reference? Portrait { get; init; }

    /// <summary>The employment that counts: the current one, else the next, else the last.</summary>
    public Reference? ApplicableEmployment { get; init; }

    /// <summary>The job position that counts, by the same rule.</summary>
    public Reference? ApplicableJobPosition { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References =>
        [("employment", ApplicableEmployment), ("job-position", ApplicableJobPosition)];
}
