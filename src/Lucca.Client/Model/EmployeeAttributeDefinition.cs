using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>The definition of an employee attribute: a field of the tenant's own making (lucca-resources, sections 4 and 5).</summary>
public sealed class EmployeeAttributeDefinition : Resource
{
    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>What the field belongs to: <c>employee</c>, <c>employment</c> or <c>job-position</c>.</summary>
    public string? OfResourceType { get; init; }

    /// <summary>The JSON schema of the values, as dictionaries.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public object? Schema { get; init; }

    /// <summary>The properties of a value that is an object, by name; null for other values.</summary>
    public Dictionary<string, PropertyDescription?>? PropertyDescriptions { get; init; }

    /// <summary>How several values are kept in order; null when there is one value only.</summary>
    public MultipleValueHandling? MultipleValueHandling { get; init; }

    /// <summary>The taxonomy that the values come from; null for none.</summary>
    [JsonInclude]
    public Reference? Taxonomy { get; internal set; }

    /// <summary>Whether it is archived.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>When it was archived last; null when it never was.</summary>
    public DateTimeOffset? LastArchivedAt { get; init; }

    /// <summary>The translated name.</summary>
    public Translations? T9n { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => Taxonomy = visitor.Visit("taxonomy", Taxonomy);
}
