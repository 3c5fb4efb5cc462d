using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>Reads a page item by item, so that one odd record does not hide the others.</summary>
internal static class PageReader
{
    /// <summary>The page, its items with what the reply embedded for them.</summary>
    /// <param name="body">The reply.</param>
    /// <param name="model">How an item is read.</param>
    /// <param name="withLinks">Whether the items' links are wanted.</param>
    /// <exception cref="JsonException">It is no page.</exception>
    public static Page<T> Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo model, bool withLinks)
        where T : Resource
    {
        var source = new JsonSource(body);
        var reader = new ResourceReader(source, withLinks);
        List<ReadOnlyMemory<byte>> slices = [];
        var members = JsonSlices.Members(source.Text, "items", slices);
        if (!members.ContainsKey("items"))
        {
            throw new JsonException("A page has items.");
        }

        var items = new List<T>(slices.Count);
        var odd = new List<OddItem>();
        foreach (var (place, json) in slices.Index())
        {
            try
            {
                items.Add((T)reader.ReadItem(json, model));
            }
            catch (JsonException wrong)
            {
                odd.Add(OddItem.Of(ResourceTypes.NameOf(typeof(T)) ?? typeof(T).Name, place, json, wrong));
            }
        }

        var page = new Page<T>(items, odd)
        {
            Type = Member<string>(members, "type"),
            Url = Member<string>(members, "url"),
            TotalCount = Member<long?>(members, "totalCount"),
            Links = Member<Links>(members, "links"),
            Embedded = members.TryGetValue("embedded", out var embedded) ? new EmbeddedReader(reader).Read(embedded) : null,
        };
        page.Resolve();
        return page;
    }

    private static TValue? Member<TValue>(Dictionary<string, ReadOnlyMemory<byte>> members, string name) =>
        members.TryGetValue(name, out var json) ? JsonSerializer.Deserialize(json.Span, LuccaJson.Of<TValue>()) : default;
}
