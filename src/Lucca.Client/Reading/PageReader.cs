using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>Reads a page item by item, so that one malformed item does not hide the others.</summary>
internal static class PageReader
{
    /// <summary>The page, its items with their embedded resources.</summary>
    /// <param name="body">The response.</param>
    /// <param name="model">The model of an item.</param>
    /// <param name="withLinks">Whether to read the items' links.</param>
    /// <exception cref="JsonException">It is not a page.</exception>
    public static Page<T> Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo model, bool withLinks)
        where T : Resource
    {
        var source = new JsonSource(body);
        var reader = new ResourceReader(source, model.Options, withLinks);
        using var document = JsonDocument.Parse(source.Text);
        var members = JsonText.Members(document.RootElement);
        if (!members.TryGetValue("items", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("A page has a list of items.");
        }

        var items = new List<T>(list.GetArrayLength());
        var malformed = new List<MalformedItem>();
        foreach (var (index, json) in list.EnumerateArray().Index())
        {
            try
            {
                items.Add((T)reader.ReadItem(json, model));
            }
            catch (JsonException wrong)
            {
                malformed.Add(MalformedItem.Of(ResourceTypes.NameOf(typeof(T)) ?? typeof(T).Name, index, json, wrong));
            }
        }

        var page = new Page<T>(items, malformed)
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

    private static TValue? Member<TValue>(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var json) ? json.Deserialize(LuccaJson.Of<TValue>()) : default;
}
