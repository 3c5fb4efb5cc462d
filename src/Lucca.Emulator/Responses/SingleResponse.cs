using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Responses that hold one resource.</summary>
internal static class SingleResponse
{
    /// <summary>The response to <c>GET /x/{id}</c>.</summary>
    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var row = Find(call);
        return Task.FromResult(call.CheckConditions(EntityTag.Of(row)) ?? Of(call, row, HttpStatusCode.OK));
    }

    /// <summary>The row that the path names; else 404.</summary>
    public static JsonObject Find(ApiCall call)
        => call.Tenant.Tables[call.Kind.Path].Find(call.Id!)
            ?? throw Problem.NotFound($"There is no {call.Kind.Type.Replace('-', ' ')} with the id '{call.Id}', or no access to it.");

    /// <summary>A row with its links and embedded resources, when they were asked for, and its entity tag.</summary>
    /// <param name="call">The request.</param>
    /// <param name="row">The row.</param>
    /// <param name="status">200, or 201 with a <c>Location</c>.</param>
    public static HttpResponseMessage Of(ApiCall call, JsonObject row, HttpStatusCode status)
    {
        var response = JsonResponse.OfObject(status, writer =>
        {
            ResourceWriter.WriteMembers(writer, row, call.Origin);
            if (call.Include.Links)
            {
                IncludedParts.WriteLinks(writer, call, row);
            }

            if (call.Include.Embedded)
            {
                IncludedParts.WriteEmbedded(writer, call, [row]);
            }
        });
        if (status == HttpStatusCode.Created)
        {
            response.Headers.Location = new Uri($"{call.Origin}{row["url"]}");
        }

        return EntityTag.AddTo(response, EntityTag.Of(row));
    }
}

/// <summary>Writes the members <c>links</c> and <c>embedded</c>, which a request must ask for.</summary>
internal static class IncludedParts
{
    /// <summary>Writes the links of a resource: the closed set of its kind, each a link or null.</summary>
    public static void WriteLinks(Utf8JsonWriter writer, ApiCall call, JsonObject row)
    {
        writer.WriteStartObject("links");
        foreach (var link in call.Kind.Links)
        {
            WriteLink(writer, link.Name, PathOf(link, call.Tenant, row) is { } path ? call.Origin + path : null);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes one link; null when there is no address.</summary>
    public static void WriteLink(Utf8JsonWriter writer, string name, string? href)
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

    /// <summary>Writes the resources that rows refer to: first key the type, second key the id, each resource once.</summary>
    public static void WriteEmbedded(Utf8JsonWriter writer, ApiCall call, IEnumerable<JsonObject> rows)
    {
        writer.WriteStartObject("embedded");
        foreach (var (type, path) in call.Kind.Embeddings)
        {
            writer.WriteStartObject(type);
            var found = rows.SelectMany(row => call.Tenant.Tables.Paths.Rows(row, path)).Where(row => Row.TypeOf(row) == type).Distinct();
            foreach (var row in found)
            {
                writer.WritePropertyName(Row.IdOf(row));
                ResourceWriter.WriteRow(writer, row, call.Origin);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The address of a link from <c>/lucca-api</c> on; null when there is nothing to link to.</summary>
    private static string? PathOf(Link link, Tenant tenant, JsonObject row) => link.Start switch
    {
        null => tenant.Tables.Paths.Texts(row, link.FileId) is [var id] ? tenant.FileLink(id) : null,
        var start => $"/lucca-api/{start}{(link.EndsWithId ? Uri.EscapeDataString(Row.IdOf(row)) : null)}",
    };
}
