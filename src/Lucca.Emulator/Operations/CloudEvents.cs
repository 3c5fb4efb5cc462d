using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary><c>GET /events</c>: a list, or a batch of CloudEvents where <c>Accept</c> asks for it.</summary>
internal static class CloudEvents
{
    private const string MediaType = "application/cloudevents-batch+json";

    public static Task<HttpResponseMessage> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!AcceptHeader.Parse(call.Header("Accept")).Contains(MediaType))
        {
            return ListResponse.GetAsync(call, cancellationToken);
        }

        var page = Page.Of(call, ListQuery.Run(call));
        return Task.FromResult(JsonResponse.OfValue(HttpStatusCode.OK, MediaType, writer =>
        {
            writer.WriteStartArray();
            foreach (var row in page.Items)
            {
                Write(writer, row, call.Origin);
            }

            writer.WriteEndArray();
        }));
    }

    private static void Write(Utf8JsonWriter writer, JsonObject row, string origin)
    {
        var id = Row.IdOf(row);
        var occurredAt = row["occurredAt"]!.GetValue<string>();
        var endpoint = row["topic"]!.GetValue<string>().StartsWith("employee.", StringComparison.Ordinal) ? "1" : "2";
        writer.WriteStartObject();
        writer.WriteString("specversion", "1.0.3");
        writer.WriteString("id", new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("event " + id)).AsSpan(0, 16)));
        writer.WriteString("type", row["topic"]!.GetValue<string>());
        writer.WriteString("source", origin + "/");
        writer.WriteString("time", occurredAt);
        writer.WriteNumber("comluccasoftwaredeliveriescount", 1);
        writer.WriteString("comluccasoftwarefirstdeliverytime", occurredAt);
        writer.WriteString("comluccasoftwarelatestdeliverytime", occurredAt);
        writer.WriteString("comluccasoftwarewebhookendpointwebhookendpointid", endpoint);
        writer.WriteString("comluccasoftwarewebhookendpointurl", $"{origin}/lucca-api/webhook-endpoints/{endpoint}");
        writer.WritePropertyName("data");
        ResourceWriter.WriteRow(writer, (JsonObject)row["data"]!, origin);
        writer.WriteEndObject();
    }
}
