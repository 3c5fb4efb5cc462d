using System.Text.Json;
using System.Text.Json.Nodes;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Replies;

/// <summary>Writes the member <c>links</c> of a resource: the closed set of its kind, each a link or null.</summary>
internal static class LinkWriter
{
    public static void Write(Utf8JsonWriter writer, ApiCall call, JsonObject row)
    {
        writer.WriteStartObject("links");
        foreach (var link in call.Kind.Links)
        {
            Write(writer, link.Name, link.Resolve(call.Tenant, row) is { } path ? call.Origin + path : null);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes one link; null when there is no address.</summary>
    public static void Write(Utf8JsonWriter writer, string name, string? href)
    {
        if (href is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("href", href);
        writer.WriteEndObject();
    }
}
