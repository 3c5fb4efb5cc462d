using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>
/// Reads an event's data as the resource that its <c>type</c> names; as a plain value when there is none, as for a ping, or when it
/// has the shape of another version of the API, which the endpoint may have asked for.
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
