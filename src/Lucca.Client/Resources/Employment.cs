using System.Globalization;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>An employment: a contract of an employee with a legal entity.</summary>
public sealed class Employment : Resource
{
    /// <summary>The identifier in another software; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The employee.</summary>
    [JsonInclude]
    public Reference? Employee { get; internal set; }

    /// <summary>The company, from the establishment of the first job position. Read-only.</summary>
    [JsonInclude]
    public Reference? LegalEntity { get; internal set; }

    /// <summary><c>active</c>, <c>upcoming</c> or <c>deactivated</c>; computed by Lucca.</summary>
    public string? Status { get; init; }

    /// <summary>The first day.</summary>
    [JsonIgnore]
    public DateTime? StartsOn
    {
        get => Start?.Date;
        private set => Start = EmploymentDate.Of(value);
    }

    /// <summary>The last day, included; null when it is open-ended.</summary>
    [JsonIgnore]
    public DateTime? EndsOn
    {
        get => End?.Date;
        private set => End = EmploymentDate.Of(value);
    }

    /// <summary>The contract as a file; null when there is none.</summary>
    [JsonInclude]
    public Reference? Document { get; internal set; }

    /// <summary>The employment template.</summary>
    [JsonInclude]
    public Reference? Template { get; internal set; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The first day as the API sends it, with all that it says of it.</summary>
    [JsonInclude]
    internal EmploymentDate? Start { get; set; }

    /// <summary>The last day as the API sends it.</summary>
    [JsonInclude]
    internal EmploymentDate? End { get; set; }

    /// <inheritdoc/>
    internal override string? KnownName => Employee?.KnownName;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Employee = visitor.Visit("employee", Employee);
        LegalEntity = visitor.Visit("legal-entity", LegalEntity);
        Document = visitor.Visit("file", Document);
        Template = visitor.Visit("employment-template", Template);
    }
}

/// <summary>The first or the last day of an employment, both included.</summary>
public sealed class EmploymentDate : OpenObject
{
    /// <summary>The day.</summary>
    public DateTime? Date { get; init; }

    /// <summary>A day of which nothing else is known; null for none.</summary>
    internal static EmploymentDate? Of(DateTime? day) => day is null ? null : new EmploymentDate { Date = day };

    /// <summary>The day as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
