using System.Text.Json;

namespace Lucca;

/// <summary>
/// Reads embedded resources, each as the type of its first key. Malformed ones are omitted: they were not requested themselves.
/// </summary>
internal sealed class EmbeddedReader(ResourceReader resources)
{
    /// <summary>The embedded resources; <see cref="Embedded.Omitted"/> names the malformed ones.</summary>
    public Embedded? Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var embedded = new Embedded();
        foreach (var (type, ofType) in Members(json, embedded, "embedded"))
        {
            embedded[type] = [];
            foreach (var (id, resource) in ofType.ValueKind == JsonValueKind.Null ? [] : Members(ofType, embedded, type))
            {
                if (resource.ValueKind != JsonValueKind.Null)
                {
                    Add(embedded, type, id, resource);
                }
            }
        }

        return embedded;
    }

    private void Add(Embedded embedded, string type, string id, JsonElement json)
    {
        try
        {
            embedded[type][id] = resources.ReadItem(json, resources.ModelOf(ResourceTypes.Find(type)));
        }
        catch (JsonException malformed)
        {
            embedded.Omitted.Add($"{type} '{id}' at {malformed.Path ?? "$"}");
        }
    }

    private static Dictionary<string, JsonElement> Members(JsonElement json, Embedded embedded, string what)
    {
        try
        {
            return JsonText.Members(json);
        }
        catch (JsonException)
        {
            embedded.Omitted.Add(what);
            return [];
        }
    }
}

/// <summary>The resources that a response embeds: first key the type (<c>employment</c>), second key the id.</summary>
/// <remarks>They may be partial or stale, and a key may differ from the id of the reference (docs/api.md#includes).</remarks>
internal sealed class Embedded() : Dictionary<string, Dictionary<string, Resource>>(StringComparer.OrdinalIgnoreCase)
{
    /// <summary>The malformed ones, by type and id.</summary>
    public List<string> Omitted { get; } = [];
}
