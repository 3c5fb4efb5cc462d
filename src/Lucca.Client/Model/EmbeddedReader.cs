using System.Text.Json;

namespace Lucca;

/// <summary>Reads embedded resources, each as the type that its first key names. What does not fit is left out: it came beside what was asked for.</summary>
internal sealed class EmbeddedReader(ResourceReader resources)
{
    /// <summary>The embedded resources; those that do not fit are named by <see cref="Embedded.LeftOut"/>.</summary>
    public Embedded? Read(ReadOnlyMemory<byte> json)
    {
        if (JsonSlices.IsNull(json))
        {
            return null;
        }

        var embedded = new Embedded();
        foreach (var (type, ofType) in Members(json, embedded, "embedded"))
        {
            embedded[type] = [];
            foreach (var (id, resource) in JsonSlices.IsNull(ofType) ? [] : Members(ofType, embedded, type))
            {
                if (!JsonSlices.IsNull(resource))
                {
                    Add(embedded, type, id, resource);
                }
            }
        }

        return embedded;
    }

    private void Add(Embedded embedded, string type, string id, ReadOnlyMemory<byte> json)
    {
        try
        {
            embedded[type][id] = resources.ReadItem(json, resources.ModelOf(ResourceTypes.Find(type)));
        }
        catch (JsonException odd)
        {
            embedded.LeftOut.Add($"{type} '{id}' at {odd.Path ?? "$"}");
        }
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Members(ReadOnlyMemory<byte> json, Embedded embedded, string what)
    {
        try
        {
            return JsonSlices.Members(json);
        }
        catch (JsonException)
        {
            embedded.LeftOut.Add(what);
            return [];
        }
    }
}
