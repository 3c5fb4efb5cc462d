using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads an identifier that is text, as documented, or a number, as careless servers send it.</summary>
internal sealed class IdConverter : JsonConverter<string>
{
    /// <summary>Null is no id either; unless told, the serializer lets it through.</summary>
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var id = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
        return string.IsNullOrEmpty(id) ? throw new JsonException("An id is text of at least one character.") : id;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
