using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>Reads the resources of a response one by one. Each keeps its JSON.</summary>
/// <param name="source">The response.</param>
/// <param name="options">The options of the connection.</param>
/// <param name="withLinks">Whether to read links. A list always includes them, for its next page.</param>
internal sealed class ResourceReader(JsonSource source, JsonSerializerOptions options, bool withLinks)
{
    /// <summary>A single resource with its embedded resources.</summary>
    /// <exception cref="JsonException">It does not fit the model.</exception>
    public static Resource Read(ReadOnlyMemory<byte> body, JsonTypeInfo model)
    {
        var source = new JsonSource(body);
        var reader = new ResourceReader(source, model.Options, withLinks: true);
        using var document = JsonDocument.Parse(source.Text);
        var resource = reader.ReadItem(document.RootElement, model);
        var members = JsonText.Members(document.RootElement);
        var embedded = members.TryGetValue("embedded", out var json) ? new EmbeddedReader(reader).Read(json) : null;
        new EmbeddedResolver(embedded ?? []).Resolve(resource);
        resource.Omitted = embedded is { Omitted: { Count: > 0 } omitted } ? omitted : null;
        return resource;
    }

    /// <summary>One of several resources, without its embedded ones.</summary>
    /// <exception cref="JsonException">It does not fit the model.</exception>
    public Resource ReadItem(JsonElement json, JsonTypeInfo model)
    {
        var text = JsonMarshal.GetRawUtf8Value(json);
        var resource = (Resource)Deserialize(text, model);
        resource.Json = source.Part(text);
        if (withLinks && JsonText.Members(json).TryGetValue("links", out var links) && links.ValueKind != JsonValueKind.Null)
        {
            resource.Links = (Links)Deserialize(JsonMarshal.GetRawUtf8Value(links), ModelOf(typeof(Links)));
        }

        return resource;
    }

    /// <summary>The serializer of a model.</summary>
    public JsonTypeInfo ModelOf(Type model) => options.GetTypeInfo(model);

    private static object Deserialize(ReadOnlySpan<byte> json, JsonTypeInfo model)
    {
        try
        {
            return JsonSerializer.Deserialize(json, model) ?? throw new JsonException("null stands where an object is expected.");
        }
        catch (JsonException) when (JsonText.WithoutLoneSurrogates(json) is { } whole)
        {
            return Deserialize(whole, model);
        }
    }
}
