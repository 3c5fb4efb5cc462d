using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Passes over embedded resources: <see cref="EmbeddedReader"/> reads them one by one, so that an odd one spoils nothing.</summary>
internal sealed class EmbeddedConverter : JsonConverter<Embedded>
{
    public override Embedded? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, Embedded value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Embedded resources come from the API and are never sent.");
}
