using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Something that happened to a resource.</summary>
public sealed class Event : Resource
{
    /// <summary>The version of the API whose shape <see cref="Data"/> has, such as <c>2024-11-01</c>.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>What happened, such as <c>employee.updated</c>; an open list.</summary>
    public string? Topic { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The tenant's address; together with the id it is unique.</summary>
    public string? Source { get; init; }

    /// <summary>The resource as it was just after the change; a dictionary where it has no model, as for a ping.</summary>
    [JsonConverter(typeof(EventDataConverter))]
    public object? Data { get; init; }

    /// <summary>The establishment that it concerns; null for none.</summary>
    [JsonInclude]
    public Reference? BusinessEstablishment { get; internal set; }

    /// <summary>The former values of what an update has changed, by name; null for other topics, and for some resources.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public object? PreviousAttributes { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Topic;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) =>
        BusinessEstablishment = visitor.Visit("business-establishment", BusinessEstablishment);
}

/// <summary>
/// Reads an event's data as the resource that its <c>type</c> names. Reads a plain value when it has no type, as for a ping, or when it is
/// of another API version.
/// </summary>
internal sealed class EventDataConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var data = JsonElement.ParseValue(ref reader);
        return TryReadResource(data, options) ?? PlainValue.From(data, OriginResolver.OriginOf(options));
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        throw new NotSupportedException("An event's data comes from the API and is never sent.");

    private static object? TryReadResource(JsonElement data, JsonSerializerOptions options)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var model = ResourceTypes.Find(type.GetString()!);
        try
        {
            return model == typeof(UnknownResource) ? null : data.Deserialize(options.GetTypeInfo(model));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
