using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>An employment template: a kind of contract.</summary>
public sealed class EmploymentTemplate : Resource
{
    /// <summary>The name: the API's <c>title</c>.</summary>
    [JsonPropertyName("title")]
    public string? Name { get; init; }

    /// <summary>The companies that use it; empty for all.</summary>
    public Values<Reference>? LegalEntities { get; init; }

    /// <summary><c>permanent</c> or <c>fixed</c>.</summary>
    public string? Term { get; init; }

    /// <summary>
    /// The population: <c>employee</c>, <c>student</c>, <c>external</c>, <c>elected</c>, <c>appointee</c>, <c>associate</c>,
    /// <c>volunteer</c>, <c>other</c>; an open list.
    /// </summary>
    public string? Audience { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => visitor.VisitEach("legal-entity", LegalEntities);
}
