using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>Reads the resources of a response, each by itself, and lets it keep the JSON that it was read from.</summary>
/// <param name="source">The response.</param>
/// <param name="options">How models are read: for which connection.</param>
/// <param name="withLinks">Whether the links are wanted: a list has them always, since the next page is named among its own.</param>
internal sealed class ResourceReader(JsonSource source, JsonSerializerOptions options, bool withLinks)
{
    /// <summary>A resource alone, with what the response embedded.</summary>
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
        resource.Omitted = embedded is { Omitted: { Count: > 0 } leftOut } ? leftOut : null;
        return resource;
    }

    /// <summary>A resource among others, without what it may embed.</summary>
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

    /// <summary>How a model is read here.</summary>
    public JsonTypeInfo ModelOf(Type model) => options.GetTypeInfo(model);

    private static object Deserialize(ReadOnlySpan<byte> json, JsonTypeInfo model)
    {
        try
        {
            return JsonSerializer.Deserialize(json, model) ?? throw new JsonException("null stands where an object is expected.");
        }
        catch (JsonException) when (JsonText.WithoutHalves(json) is { } whole)
        {
            return Deserialize(whole, model);
        }
    }
}
