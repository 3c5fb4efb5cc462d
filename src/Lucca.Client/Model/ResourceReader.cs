using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>Reads a resource, and keeps the JSON that it was read from.</summary>
internal static class ResourceReader
{
    /// <summary>A resource alone, with what the reply embedded.</summary>
    /// <exception cref="JsonException">It does not fit the model.</exception>
    public static Resource Read(ReadOnlyMemory<byte> body, JsonTypeInfo model)
    {
        var json = JsonSlices.Text(body);
        var resource = ReadItem(json, model);
        resource.Embedded = JsonSlices.Members(json).TryGetValue("embedded", out var embedded) ? EmbeddedReader.Read(embedded) : null;
        new EmbeddedResolver(resource.Embedded ?? []).Resolve(resource);
        return resource;
    }

    /// <summary>A resource among others, without what it may embed.</summary>
    /// <exception cref="JsonException">It does not fit the model.</exception>
    public static Resource ReadItem(ReadOnlyMemory<byte> json, JsonTypeInfo model)
    {
        var resource = Deserialize(json.Span, model);
        resource.Json = json;
        return resource;
    }

    private static Resource Deserialize(ReadOnlySpan<byte> json, JsonTypeInfo model)
    {
        try
        {
            return (Resource)(JsonSerializer.Deserialize(json, model) ?? throw new JsonException("null stands where an object is expected."));
        }
        catch (JsonException) when (JsonText.WithoutHalves(json) is { } whole)
        {
            return Deserialize(whole, model);
        }
    }
}
