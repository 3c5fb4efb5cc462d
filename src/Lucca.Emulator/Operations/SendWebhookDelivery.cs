using System.Net;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>
/// <c>POST /webhook-deliveries</c>: a ping, or an event once more. The API's pages want the endpoint in the body, its description in
/// the query as well: without a body nothing goes, and a query must not say otherwise. Nothing is sent: the delivery is noted as made.
/// </summary>
internal static class SendWebhookDelivery
{
    public static async Task<HttpResponseMessage> CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(call, cancellationToken).ConfigureAwait(false);
        var now = Timestamp.Text(call.Tenant.Options.TimeProvider.GetUtcNow());
        var tables = call.Tenant.Tables;
        var endpoint = Endpoint(call, body);
        var cause = body["event"] is JsonObject reference ? ExistingEvent(call, reference) : Ping(call, now);
        var delivery = tables["webhook-deliveries"].Add(id
            => WebhookDeliveries.Make(id, Row.IdOf(cause), endpoint, "delivered", 1, nextAttemptAt: null));
        tables["webhook-delivery-attempts"].Add(id => WebhookDeliveryAttempts.Make(id, delivery["id"]!.GetValue<string>(), true, now));
        return SingleResponse.Of(call, delivery, HttpStatusCode.Created);
    }

    private static string Endpoint(ApiCall call, JsonObject body)
    {
        const string Name = "webhookEndpoint";
        var id = body[Name]?["id"]?.ToString();
        if (id is null
            || (call.Query.Single(Name + ".id") ?? id) != id
            || call.Tenant.Tables.TryFind("webhook-endpoints", id) is not { } endpoint)
        {
            throw Problem.Invalid(
                Name, "The webhookEndpoint field must refer to an existing webhook endpoint by its id, the same as in the query.");
        }

        return endpoint["status"]!.GetValue<string>() == "suspended"
            ? throw Problem.Conflict($"The webhook endpoint {id} is suspended. Activate it before anything is sent to it.")
            : id;
    }

    private static JsonObject ExistingEvent(ApiCall call, JsonObject reference)
        => reference["id"]?.ToString() is { } id && call.Tenant.Tables.TryFind("events", id) is { } found
            ? found
            : throw Problem.Invalid("event", "The event field must refer to an existing event by its id.");

    private static JsonObject Ping(ApiCall call, string now)
        => call.Query.Single("event.topic") is null or "ping"
            ? call.Tenant.Tables["events"].Add(id => Events.Make(id, "ping", now, [], "delivered"))
            : throw Problem.Invalid("event.topic", "The event.topic parameter must be ping.");
}
