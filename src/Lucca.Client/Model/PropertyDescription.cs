namespace Lucca;

/// <summary>One property of an attribute whose value is an object.</summary>
public sealed class PropertyDescription : OpenObject
{
    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The taxonomy that the property's labels come from; null for none.</summary>
    public Reference? Taxonomy { get; init; }

    /// <summary>The 0-based place among the properties.</summary>
    public int? SortOrder { get; init; }

    /// <summary>The translated name.</summary>
    public Translations? T9n { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}
