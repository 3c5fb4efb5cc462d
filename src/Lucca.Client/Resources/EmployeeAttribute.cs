using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A value that a tenant keeps of an employee in a field of its own making.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The API's word.")]
public sealed class EmployeeAttribute : Resource
{
    /// <summary>What the value means.</summary>
    [JsonInclude]
    public Reference? Definition { get; internal set; }

    /// <summary>The employee.</summary>
    [JsonInclude]
    public Reference? Employee { get; internal set; }

    /// <summary>When the value applies; null for always.</summary>
    public Applicability? Applicability { get; init; }

    /// <summary>
    /// The value: text, a number, a bool, a reference, a dictionary, or several of these, as the definition's schema says; or null.
    /// </summary>
    [JsonInclude]
    [JsonConverter(typeof(AttributeValueConverter))]
    public object? Value { get; internal set; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override IReadOnlyList<string> NamesBesideProperties => ["Text"];

    /// <inheritdoc/>
    internal override string? KnownName => Definition?.KnownName;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Definition = visitor.Visit("employee-attribute-definition", Definition);
        Employee = visitor.Visit("employee", Employee);
        Value = AttributeValue.Visit(visitor, Value);
    }
}

/// <summary>The days on which an attribute's value applies.</summary>
public sealed class Applicability : OpenObject
{
    /// <summary>The first day; null for since ever.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The last day; null for no end.</summary>
    public DateTime? End { get; init; }

    /// <summary>Both days as <c>yyyy-MM-dd--yyyy-MM-dd</c>, with <c>..</c> for an open end.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Start:yyyy-MM-dd}{(Start is null ? ".." : "")}--{End:yyyy-MM-dd}{(End is null ? ".." : "")}");
}

/// <summary>
/// The value of an attribute. By the definition's schema it is text, a number, a bool, a reference such as to a label of a taxonomy, a
/// dictionary of these by property, or several of them.
/// </summary>
internal static class AttributeValue
{
    /// <summary>A suffix of types in the API's samples.</summary>
    private const string ReferenceSuffix = "-reference";

    public static object? From(JsonElement value, JsonSerializerOptions options) => value.ValueKind switch
    {
        JsonValueKind.Array => Values<object?>.Of(value.EnumerateArray().Select(item => From(item, options))),
        JsonValueKind.Object when IsReference(value) => value.Deserialize(options.GetTypeInfo(typeof(Reference))),
        JsonValueKind.Object => ByName(value, options),
        _ => PlainValue.From(value, OriginResolver.OriginOf(options)),
    };

    /// <summary>Shows the references within a value to a visitor.</summary>
    /// <returns>The value with the visitor's results.</returns>
    public static object? Visit(ReferenceVisitor visitor, object? value)
    {
        switch (value)
        {
            case Reference reference:
                return visitor.Visit(TypeOf(reference), reference, nameof(EmployeeAttribute.Value));
            case Values<object?> several:
                for (var place = 0; place < several.Count; place++)
                {
                    several[place] = Visit(visitor, several[place]);
                }

                return several;
            case Members<object?> properties:
                foreach (var name in properties.Keys.ToList())
                {
                    properties[name] = Visit(visitor, properties[name]);
                }

                return properties;
            default:
                return value;
        }
    }

    /// <summary>The type without the suffix: samples say <c>taxonomy-label-reference</c>, schemas <c>taxonomy-label</c>.</summary>
    private static string TypeOf(Reference reference) =>
        reference.Type is not { } type ? ""
        : type.EndsWith(ReferenceSuffix, StringComparison.Ordinal) ? type[..^ReferenceSuffix.Length]
        : type;

    private static bool IsReference(JsonElement value) =>
        value.TryGetProperty("id", out _)
        && value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && value.EnumerateObject().All(member => member.Name is "id" or "type" or "url");

    private static Members<object?> ByName(JsonElement value, JsonSerializerOptions options)
    {
        var properties = new Members<object?>();
        foreach (var member in value.EnumerateObject())
        {
            properties[JsonText.NameOf(member)] = From(member.Value, options);
        }

        return properties;
    }
}

/// <summary>Reads the value of an attribute.</summary>
internal sealed class AttributeValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AttributeValue.From(JsonElement.ParseValue(ref reader), options);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values of attributes come from the API and are never sent.");
}
