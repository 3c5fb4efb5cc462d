using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>The address of a resource in two parts, since thousands share the first.</summary>
/// <param name="folder">The part up to the last slash.</param>
/// <param name="last">The rest, usually the id.</param>
/// <remarks>Not a struct: the first call of every process would compile the serializer again for it.</remarks>
[JsonConverter(typeof(ResourceAddressConverter))]
internal sealed class ResourceAddress(string folder, string last)
{
    private string _last = last;

    /// <summary>Splits an address.</summary>
    public static ResourceAddress Of(ReadOnlySpan<char> address)
    {
        var end = address.LastIndexOf('/') + 1;
        return new ResourceAddress(SharedText.Of(address[..end]), address[end..].ToString());
    }

    /// <summary>Uses the id's string when the second part equals it.</summary>
    public void Share(string id) => _last = _last == id ? id : _last;

    /// <summary>The whole address.</summary>
    public override string ToString() => folder + _last;
}

/// <summary>Reads an address.</summary>
internal sealed class ResourceAddressConverter : JsonConverter<ResourceAddress>
{
    public override ResourceAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, ResourceAddress.Of);

    public override void Write(Utf8JsonWriter writer, ResourceAddress value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
