using System.Net;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>The response to <c>GET /x</c>: the collection, with the parts that were asked for.</summary>
internal static class ListResponse
{
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
        => GetAsync(call, ListQuery.Run(call));

    /// <summary>The same for rows that are already chosen.</summary>
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, IReadOnlyList<JsonObject> rows)
    {
        var page = Page.Of(call, rows);
        var tag = EntityTag.Of(page.Items);
        return Task.FromResult(call.CheckConditions(tag) ?? EntityTag.AddTo(JsonResponse.OfObject(HttpStatusCode.OK, writer =>
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
                    IncludedParts.WriteLinks(writer, call, row);
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
                IncludedParts.WriteLink(writer, "prev", PageLink.To(call, page.Previous));
                IncludedParts.WriteLink(writer, "next", PageLink.To(call, page.Next));
                writer.WriteEndObject();
            }

            if (call.Include.Embedded)
            {
                IncludedParts.WriteEmbedded(writer, call, page.Items);
            }
        }), tag));
    }
}
