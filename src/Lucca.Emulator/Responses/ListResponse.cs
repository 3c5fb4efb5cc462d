using System.Net;
using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Lists;

/// <summary>The answer to <c>GET /x</c>: the collection, with the parts that were asked for.</summary>
internal static class ListReply
{
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
        => GetAsync(call, ListQuery.Run(call));

    /// <summary>The same for rows that are already chosen.</summary>
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, IReadOnlyList<JsonObject> rows)
    {
        var page = Page.Of(call, rows);
        var tag = EntityTag.Of(page.Items);
        return Task.FromResult(Conditional.Check(call, tag) ?? Conditional.WithTag(Reply.Json(HttpStatusCode.OK, writer =>
        {
            writer.WriteString("type", call.Kind.Path);
            writer.WriteString("url", $"{call.Origin}/lucca-api/{call.Kind.Path}");
            writer.WriteStartArray("items");
            foreach (var row in page.Items)
            {
                writer.WriteStartObject();
                ResourceWriter.WriteMembers(writer, row, call.Origin);
                if (call.Include.Links)
                {
                    LinkWriter.Write(writer, call, row);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (call.Include.TotalCount)
            {
                writer.WriteNumber("totalCount", page.TotalCount);
            }

            if (call.Include.Links)
            {
                writer.WriteStartObject("links");
                LinkWriter.Write(writer, "prev", PageLink.To(call, page.Previous));
                LinkWriter.Write(writer, "next", PageLink.To(call, page.Next));
                writer.WriteEndObject();
            }

            if (call.Include.Embedded)
            {
                EmbeddedWriter.Write(writer, call, page.Items);
            }
        }), tag));
    }
}
