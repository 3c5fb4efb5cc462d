namespace Lucca;

/// <summary>A job position: what an employee does where, for whom, from when to when (lucca-resources 3.12).</summary>
public sealed class JobPosition : Resource
{
    /// <summary>The identifier in another software, not unique; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The employment that it is a part of.</summary>
    public Reference? Employment { get; init; }

    /// <summary>The employee. Read-only.</summary>
    public Reference? Employee { get; init; }

    /// <summary><c>active</c>, <c>upcoming</c> or <c>deactivated</c>; computed by Lucca.</summary>
    public string? Status { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day, included: from the next position or the employment's end. Null when there is none.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The site.</summary>
    public Reference? BusinessEstablishment { get; init; }

    /// <summary>The title in words; null when there is none.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The job qualification; null when there is none.</summary>
    public Reference? JobQualification { get; init; }

    /// <summary>The employee who manages this one; null when nobody does.</summary>
    public Reference? Manager { get; init; }

    /// <summary>The occupation category; null when there is none.</summary>
    public Reference? OccupationCategory { get; init; }

    /// <summary>The working-time arrangement; null when there is none. The API publishes no path for it.</summary>
    public Reference? WorkingTimeArrangement { get; init; }

    /// <summary>The department.</summary>
    public Reference? Department { get; init; }

    /// <summary>The amendment as a file; null when there is none. Its type reads <c>document</c>.</summary>
    public Reference? Document { get; init; }

    /// <summary>Notes, at most 500 characters; null when there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>The translated job title.</summary>
    public Translations? T9n { get; init; }

    /// <summary>What differs from the employee's position before: <c>remoteId</c>, <c>jobTitle</c>, <c>jobQualification</c>, <c>occupationCategory</c>, <c>workingTimeArrangement</c>, <c>department</c>.</summary>
    public IReadOnlyList<string>? UpdatedAttributes { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References =>
    [
        ("department", Department), ("job-qualification", JobQualification), ("employee", Employee), ("employment", Employment),
        ("business-establishment", BusinessEstablishment), ("employee", Manager), ("occupation-category", OccupationCategory),
    ];
}
