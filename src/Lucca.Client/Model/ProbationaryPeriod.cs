namespace Lucca;

/// <summary>The probationary period of an employment, at most one each (lucca-resources 3.13).</summary>
public sealed class ProbationaryPeriod : Resource
{
    /// <summary>The employment.</summary>
    public Reference? Employment { get; init; }

    /// <summary>The first day: that of the employment. Read-only.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day: the extended one, else the initial one. Read-only.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The last day as first agreed.</summary>
    public DateOnly? InitialEndsOn { get; init; }

    /// <summary>The last day after an extension; null when there was none.</summary>
    public DateOnly? ExtendedEndsOn { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References => [("employment", Employment)];
}
