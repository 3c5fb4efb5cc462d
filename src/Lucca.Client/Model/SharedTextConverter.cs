using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads a word that thousands of objects have in common, such as the name of a type.</summary>
internal sealed class SharedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, SharedText.Of);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
