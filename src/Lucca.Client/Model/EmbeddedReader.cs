using System.Text.Json;

namespace Lucca;

/// <summary>Reads embedded resources, each as the type that its first key names. What does not fit is left out: it came beside what was asked for.</summary>
internal static class EmbeddedReader
{
    /// <summary>The embedded resources; those that do not fit are named by <see cref="Embedded.LeftOut"/>.</summary>
    public static Embedded? Read(ReadOnlyMemory<byte> json)
    {
        if (IsNull(json))
        {
            return null;
        }

        var embedded = new Embedded();
        foreach (var (type, resources) in Members(json, embedded, "embedded"))
        {
            embedded[type] = [];
            foreach (var (id, resource) in IsNull(resources) ? [] : Members(resources, embedded, type))
            {
                if (!IsNull(resource))
                {
                    Add(embedded, type, id, resource);
                }
            }
        }

        return embedded;
    }

    private static void Add(Embedded embedded, string type, string id, ReadOnlyMemory<byte> json)
    {
        try
        {
            embedded[type][id] = ResourceReader.ReadItem(json, LuccaJson.Default.GetTypeInfo(ResourceTypes.Find(type))!);
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

    private static bool IsNull(ReadOnlyMemory<byte> json) => json.Span.SequenceEqual("null"u8);
}
