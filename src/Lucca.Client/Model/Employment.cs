namespace Lucca;

/// <summary>An employment: a contract of an employee with a legal entity (lucca-resources 3.10).</summary>
public sealed class Employment : Resource
{
    /// <summary>The identifier in another software; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The employee.</summary>
    public Reference? Employee { get; init; }

    /// <summary>The company, from the establishment of the first job position. Read-only.</summary>
    public Reference? LegalEntity { get; init; }

    /// <summary><c>active</c>, <c>upcoming</c> or <c>deactivated</c>; computed by Lucca.</summary>
    public string? Status { get; init; }

    /// <summary>The first day.</summary>
    public EmploymentDate? Start { get; init; }

    /// <summary>The last day; null when it is open-ended.</summary>
    public EmploymentDate? End { get; init; }

    /// <summary>The contract as a file; null when there is none.</summary>
    public Reference? Document { get; init; }

    /// <summary>The employment template.</summary>
    public Reference? Template { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References =>
        [("employee", Employee), ("legal-entity", LegalEntity), ("employment-template", Template), ("file", Document)];
}
