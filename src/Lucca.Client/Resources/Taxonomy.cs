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
