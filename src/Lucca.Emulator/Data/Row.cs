using System.Text.Json.Nodes;

namespace Lucca.Emulator.Resources;

/// <summary>Makes the rows of tables and the references between them.</summary>
/// <remarks>
/// Addresses are stored from <c>/lucca-api</c> on: the writer puts the host of the request before them.
/// Members whose name begins with $ are known to filters and links alone.
/// </remarks>
internal static class Row
{
    /// <summary>A row with its three standard members.</summary>
    public static JsonObject Of(string type, string id, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var row = Reference(type, id);
        foreach (var (name, value) in members)
        {
            row.Add(name, value);
        }

        return row;
    }

    /// <summary>A reference: id, type and address.</summary>
    public static JsonObject Reference(string type, string id) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["url"] = $"/lucca-api/{Plural.Of(type)}/{Uri.EscapeDataString(id)}",
    };

    /// <summary>A reference, or null when there is no id.</summary>
    public static JsonObject? ReferenceOrNull(string type, string? id) => id is null ? null : Reference(type, id);
}
