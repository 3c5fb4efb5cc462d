using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads an <c>href</c>; writes it with its token hidden.</summary>
internal sealed class LinkUriConverter : JsonConverter<LinkUri>
{
    public override LinkUri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new LinkUri(reader.GetString()!) { Origin = LuccaJson.OriginOf(options) } : throw new JsonException("An href is text.");

    public override void Write(Utf8JsonWriter writer, LinkUri value, JsonSerializerOptions options) => writer.WriteStringValue(value.Address);
}
