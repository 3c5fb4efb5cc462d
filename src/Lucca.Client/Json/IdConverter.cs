using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads an id that is text, as documented, or a number, which some servers send.</summary>
internal sealed class IdConverter : JsonConverter<string>
{
    /// <summary>Refuses null, which the serializer would accept.</summary>
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var id = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt64(out var number) =>
                number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
        return string.IsNullOrEmpty(id) ? throw new JsonException("An id is text of at least one character.") : id;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
