using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads a member that may hold any JSON as a value that a shell can show.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValue.From(JsonElement.ParseValue(ref reader), LuccaJson.OriginOf(options));

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values of any kind come from the API and are never sent.");
}
