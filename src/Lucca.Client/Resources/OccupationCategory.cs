using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>An occupation category.</summary>
public sealed class OccupationCategory : Resource
{
    /// <summary>The name, unique, 1 to 255 characters: the API's <c>title</c>.</summary>
    [JsonPropertyName("title")]
    public string? Name { get; init; }

    /// <summary>The establishments that use it; null for all, future ones too.</summary>
    public Values<Reference>? BusinessEstablishments { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => visitor.VisitEach("business-establishment", BusinessEstablishments);
}
