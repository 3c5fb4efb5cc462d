using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>
/// The definition of an employee attribute: a built-in field, such as <c>employee.givenName</c>, or one of the tenant's own making.
/// </summary>
public sealed class EmployeeAttributeDefinition : Resource
{
    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>What the field belongs to: <c>employee</c>, <c>employment</c> or <c>job-position</c>.</summary>
    [JsonInclude]
    public string? TargetType { get; internal set; }

    /// <summary>The JSON schema of the values, as dictionaries.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public object? Schema { get; init; }

    /// <summary>The JSON schema of what the field applies to, as dictionaries; null for everything.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public object? ApplicabilitySchema { get; init; }

    /// <summary>The properties of a value that is an object, by name; null for other values.</summary>
    public Members<PropertyDescription?>? PropertyDescriptions { get; init; }

    /// <summary>How several values are kept in order; null when there is one value only.</summary>
    public MultipleValueHandling? MultipleValueHandling { get; init; }

    /// <summary>The taxonomy that the values come from; null for none.</summary>
    [JsonInclude]
    public Reference? Taxonomy { get; internal set; }

    /// <summary>Whether it is archived.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>When it was archived last; null when it never was.</summary>
    public DateTimeOffset? LastArchivedAt { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The translated name.</summary>
    public Translations? T9n { get; init; }

    /// <summary>The target type by the name that the API's description has for it.</summary>
    [JsonInclude]
    internal string? OfResourceType
    {
        set => TargetType ??= value;
    }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => Taxonomy = visitor.Visit("taxonomy", Taxonomy);
}

/// <summary>How the several values of an attribute are kept in order.</summary>
public sealed class MultipleValueHandling : OpenObject
{
    /// <summary><c>ascending</c> or <c>descending</c>.</summary>
    public string? Sorting { get; init; }

    /// <summary>The property of a value to sort by; null when the value itself is.</summary>
    public string? SortingProperty { get; init; }

    /// <summary>The direction, and the property where there is one.</summary>
    public override string ToString() => $"{Sorting} {SortingProperty}".Trim();
}

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
