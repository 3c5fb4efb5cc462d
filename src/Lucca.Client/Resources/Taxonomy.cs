using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A taxonomy: a list of labels that attributes choose their values from.</summary>
public sealed class Taxonomy : Resource
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What the labels are sorted by: <c>id</c> or <c>name</c>.</summary>
    public string? SortLabelsBy { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The translated name.</summary>
    public Translations? T9n { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;
}

/// <summary>A label of a taxonomy: one of the values that attributes choose from.</summary>
public sealed class TaxonomyLabel : Resource
{
    /// <summary>The text.</summary>
    public string? Name { get; init; }

    /// <summary>The taxonomy that it belongs to.</summary>
    [JsonInclude]
    public Reference? Taxonomy { get; internal set; }

    /// <summary>The identifier in another software; null for none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Whether it is archived.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>When it was archived last; null when it never was.</summary>
    public DateTimeOffset? LastArchivedAt { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The translated text.</summary>
    public Translations? T9n { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => Taxonomy = visitor.Visit("taxonomy", Taxonomy);
}
