using System.Text.Json;
using System.Text.Json.Nodes;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Replies;

/// <summary>Writes the member <c>embedded</c>: first key the type, second key the id, each resource once.</summary>
internal static class EmbeddedWriter
{
    public static void Write(Utf8JsonWriter writer, ApiCall call, IEnumerable<JsonObject> rows)
    {
        writer.WriteStartObject("embedded");
        foreach (var (type, path) in call.Kind.Embeddings)
        {
            writer.WriteStartObject(type);
            foreach (var row in rows.SelectMany(row => call.Tenant.Tables.Paths.Rows(row, path)).Distinct())
            {
                writer.WritePropertyName(row["id"]!.GetValue<string>());
                ResourceWriter.WriteRow(writer, row, call.Origin);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
