using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A job position: what an employee does where, for whom, from when to when.</summary>
public sealed class JobPosition : Resource
{
    /// <summary>The identifier in another software, not unique; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The employment that it is a part of.</summary>
    [JsonInclude]
    public Reference? Employment { get; internal set; }

    /// <summary>The employee. Read-only.</summary>
    [JsonInclude]
    public Reference? Employee { get; internal set; }

    /// <summary><c>active</c>, <c>upcoming</c> or <c>deactivated</c>; computed by Lucca.</summary>
    public string? Status { get; init; }

    /// <summary>The first day.</summary>
    public DateTime? StartsOn { get; init; }

    /// <summary>The last day, included: from the next position or the employment's end. Null when there is none.</summary>
    public DateTime? EndsOn { get; init; }

    /// <summary>The site.</summary>
    [JsonInclude]
    public Reference? BusinessEstablishment { get; internal set; }

    /// <summary>The title in words; null when there is none.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The job qualification; null when there is none.</summary>
    [JsonInclude]
    public Reference? JobQualification { get; internal set; }

    /// <summary>The employee who manages this one; null for none.</summary>
    [JsonInclude]
    public Reference? Manager { get; internal set; }

    /// <summary>The occupation category; null when there is none.</summary>
    [JsonInclude]
    public Reference? OccupationCategory { get; internal set; }

    /// <summary>The working-time arrangement; null when there is none. The API publishes no path for it.</summary>
    [JsonInclude]
    public Reference? WorkingTimeArrangement { get; internal set; }

    /// <summary>The department.</summary>
    [JsonInclude]
    public Reference? Department { get; internal set; }

    /// <summary>The amendment as a file; null when there is none. Its type reads <c>document</c>.</summary>
    [JsonInclude]
    public Reference? Document { get; internal set; }

    /// <summary>Notes, at most 500 characters; null when there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>The translated job title.</summary>
    public Translations? T9n { get; init; }

    /// <summary>
    /// The attributes that differ from the employee's previous position: <c>remoteId</c>, <c>jobTitle</c>, <c>jobQualification</c>,
    /// <c>occupationCategory</c>, <c>workingTimeArrangement</c>, <c>department</c>.
    /// </summary>
    public Values<string>? UpdatedAttributes { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => JobTitle;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Employment = visitor.Visit("employment", Employment);
        Employee = visitor.Visit("employee", Employee);
        BusinessEstablishment = visitor.Visit("business-establishment", BusinessEstablishment);
        JobQualification = visitor.Visit("job-qualification", JobQualification);
        Manager = visitor.Visit("employee", Manager);
        OccupationCategory = visitor.Visit("occupation-category", OccupationCategory);
        WorkingTimeArrangement = visitor.Visit("working-time-arrangement", WorkingTimeArrangement);
        Department = visitor.Visit("department", Department);
        Document = visitor.Visit("document", Document);
    }
}
