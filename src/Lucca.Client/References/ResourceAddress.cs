using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>The address of a resource in two parts, since thousands share the first: up to the last slash, and what follows, most often the id.</summary>
/// <param name="folder">The first part.</param>
/// <param name="last">The second part.</param>
/// <remarks>No struct: the serializer would be compiled once more for it, in the first call of every process.</remarks>
[JsonConverter(typeof(ResourceAddressConverter))]
internal sealed class ResourceAddress(string folder, string last)
{
    private string _last = last;

    /// <summary>Parts an address.</summary>
    public static ResourceAddress Of(ReadOnlySpan<char> address)
    {
        var end = address.LastIndexOf('/') + 1;
        return new ResourceAddress(SharedText.Of(address[..end]), address[end..].ToString());
    }

    /// <summary>Keeps the id's own text where that is the second part.</summary>
    public void Share(string id) => _last = _last == id ? id : _last;

    /// <summary>The whole.</summary>
    public override string ToString() => folder + _last;
}

/// <summary>Reads an address into its parts.</summary>
internal sealed class ResourceAddressConverter : JsonConverter<ResourceAddress>
{
    public override ResourceAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, ResourceAddress.Of);

    public override void Write(Utf8JsonWriter writer, ResourceAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
