using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads an address into its parts.</summary>
internal sealed class ResourceAddressConverter : JsonConverter<ResourceAddress>
{
    public override ResourceAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, ResourceAddress.Of);

    public override void Write(Utf8JsonWriter writer, ResourceAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
