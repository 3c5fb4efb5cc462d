using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Makes the rows of tables, the references between them, and the values that several kinds share.</summary>
/// <remarks>
/// Addresses are stored from <c>/lucca-api</c> on: the writer puts the host of the request before them.
/// Only filters and links see members whose name begins with $.
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
        ["url"] = $"/lucca-api/{PathOf(type)}/{Uri.EscapeDataString(id)}",
    };

    /// <summary>A reference, or null when there is no id.</summary>
    public static JsonObject? ReferenceOrNull(string type, string? id) => id is null ? null : Reference(type, id);

    /// <summary>The path of a type and the type of its collection: its plural.</summary>
    public static string PathOf(string type) => type.EndsWith('y') ? type[..^1] + "ies" : type + "s";

    public static string IdOf(JsonObject row) => row["id"]!.GetValue<string>();

    public static string TypeOf(JsonObject row) => row["type"]!.GetValue<string>();

    /// <summary>The member <c>t9n</c>: a translated field, by language tag.</summary>
    public static JsonObject Translations(string field, string? french = null, string? german = null) => new()
    {
        [field] = french is null && german is null ? null : new JsonObject { ["fr-FR"] = french, ["de-DE"] = german },
    };

    /// <summary>A code with the name of its format: tax number, industry code, insurance number.</summary>
    public static JsonObject? CodeOrNull((string Format, string Value)? code)
        => code is (var format, var value) ? new JsonObject { ["format"] = format, ["value"] = value } : null;
}
