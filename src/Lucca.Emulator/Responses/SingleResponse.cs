using System.Net;
using System.Text.Json.Nodes;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Replies;

/// <summary>Replies that hold one resource.</summary>
internal static class SingleReply
{
    /// <summary>The answer to <c>GET /x/{id}</c>.</summary>
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var row = Find(call);
        return Task.FromResult(Conditional.Check(call, EntityTag.Of(row)) ?? Of(call, row, HttpStatusCode.OK));
    }

    /// <summary>The row that the path names; else 404.</summary>
    public static JsonObject Find(ApiCall call)
        => call.Tenant.Tables[call.Kind.Path].Find(call.Id!)
            ?? throw Problem.NotFound($"There is no {call.Kind.Type} with the id '{call.Id}', or no access to it.");

    /// <summary>A row with its links and embedded resources, when they were asked for, and its entity tag.</summary>
    /// <param name="call">The request.</param>
    /// <param name="row">The row.</param>
    /// <param name="status">200, or 201 with a <c>Location</c>.</param>
    public static HttpResponseMessage Of(ApiCall call, JsonObject row, HttpStatusCode status)
    {
        var response = Reply.Json(status, writer =>
        {
            ResourceWriter.WriteMembers(writer, row, call.Origin);
            if (call.Include.Links)
            {
                LinkWriter.Write(writer, call, row);
            }

            if (call.Include.Embedded)
            {
                EmbeddedWriter.Write(writer, call, [row]);
            }
        });
        if (status == HttpStatusCode.Created)
        {
            response.Headers.Location = new Uri($"{call.Origin}{row["url"]}");
        }

        return Conditional.WithTag(response, EntityTag.Of(row));
    }
}
