using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads the value of an attribute.</summary>
internal sealed class AttributeValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AttributeValue.From(JsonElement.ParseValue(ref reader), options);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values of attributes come from the API and are never sent.");
}
