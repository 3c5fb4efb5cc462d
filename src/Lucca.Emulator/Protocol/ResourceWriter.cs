using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Writes stored rows as the API shows them: addresses become absolute, members that begin with $ stay hidden.</summary>
internal static class ResourceWriter
{
    /// <summary>Writes a whole row as an object.</summary>
    public static void WriteRow(Utf8JsonWriter writer, JsonObject row, string origin)
    {
        writer.WriteStartObject();
        WriteMembers(writer, row, origin);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of a row into an object that the caller has begun.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, JsonObject row, string origin)
    {
        foreach (var (name, value) in row)
        {
            if (!name.StartsWith('$'))
            {
                writer.WritePropertyName(name);
                WriteMember(writer, name, value, origin);
            }
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, JsonNode? value, string origin)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject row:
                WriteRow(writer, row, origin);
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteMember(writer, "", item, origin);
                }

                writer.WriteEndArray();
                break;
            case JsonValue text when IsAddress(name) && text.TryGetValue(out string? path) && path.StartsWith('/'):
                writer.WriteStringValue(origin + path);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool IsAddress(string name) => name is "url" or "href" or "source";
}
