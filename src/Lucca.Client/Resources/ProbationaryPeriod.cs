using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>The probationary period of an employment, at most one each.</summary>
public sealed class ProbationaryPeriod : Resource
{
    /// <summary>The employment.</summary>
    [JsonInclude]
    public Reference? Employment { get; internal set; }

    /// <summary>The first day: that of the employment. Read-only.</summary>
    public DateTime? StartsOn { get; init; }

    /// <summary>The last day: the extended one, else the initial one. Read-only.</summary>
    public DateTime? EndsOn { get; init; }

    /// <summary>The last day as first agreed.</summary>
    public DateTime? InitialEndsOn { get; init; }

    /// <summary>The last day after an extension; null when there was none.</summary>
    public DateTime? ExtendedEndsOn { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Employment?.KnownName;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => Employment = visitor.Visit("employment", Employment);
}
