using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Reads properties of rows by path, such as <c>applicableJobPosition.department.id</c>, through references and arrays.</summary>
internal sealed class Paths(Tables tables)
{
    /// <summary>The values at a path as text; none when the property is null or absent, several for the items of an array.</summary>
    public IReadOnlyList<string> Texts(JsonObject row, string path)
        => [.. Nodes(row, path.Split('.')).Select(node => node.ToString()).Select(Lower)];

    /// <summary>The rows that the references at a path refer to.</summary>
    public IEnumerable<JsonObject> Rows(JsonObject row, string path)
        => Nodes(row, path.Split('.')).OfType<JsonObject>().Select(Follow).OfType<JsonObject>();

    private IEnumerable<JsonNode> Nodes(JsonNode? node, ArraySegment<string> steps) => (node, steps) switch
    {
        (null, _) => [],
        (JsonArray items, _) => items.SelectMany(item => Nodes(item, steps)),
        (_, []) => [node],
        (JsonObject row, [var step, ..]) => Nodes(Member(row, step), steps[1..]),
        _ => [],
    };

    /// <summary>A member of a row, else of the resource that the row refers to; the member may be a hidden one ($).</summary>
    private JsonNode? Member(JsonObject row, string name)
        => TryMember(row, name, out var own) ? own : Follow(row) is { } target && TryMember(target, name, out var found) ? found : null;

    private static bool TryMember(JsonObject row, string name, out JsonNode? member)
        => row.TryGetPropertyValue(name, out member) || row.TryGetPropertyValue('$' + name, out member);

    /// <summary>The resource behind a reference, found by its address: the type may be something else, as for events.</summary>
    private JsonObject? Follow(JsonObject reference)
        => reference["url"]?.GetValue<string>()["/lucca-api/".Length..].Split('/') is [var path, var id] ? tables.TryFind(path, id) : null;

    /// <summary>JSON's true and false are True and False to .NET.</summary>
    private static string Lower(string text) => text is "True" or "False" ? text.ToLowerInvariant() : text;
}
