using System.Net;
using System.Text.Json.Nodes;
using Lucca.Emulator.Demo;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Requests;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Writes;

/// <summary>
/// <c>POST /webhook-deliveries</c>: a ping, or an event once more. The API's description names the endpoint in the query and in the
/// body; either is taken. Nothing is sent: the delivery is noted as made.
/// </summary>
internal static class SendWebhookDelivery
{
    public static async Task<HttpResponseMessage> CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadIfAnyAsync(call, cancellationToken).ConfigureAwait(false) ?? [];
        var now = Moment.Text(call.Tenant.Options.TimeProvider.GetUtcNow());
        var tables = call.Tenant.Tables;
        var endpoint = Endpoint(call, body);
        var cause = body["event"] is JsonObject reference ? ExistingEvent(call, reference) : Ping(call, now);
        var topic = cause["topic"]!.GetValue<string>();
        var delivery = tables["webhook-deliveries"].Add(id
            => WebhookDeliveries.Make(id, DemoEvent.Reference(cause["id"]!.GetValue<string>(), topic), endpoint, "delivered", 1));
        tables["webhook-delivery-attempts"].Add(id => WebhookDeliveryAttempts.Make(id, delivery["id"]!.GetValue<string>(), true, now));
        return SingleReply.Of(call, delivery, HttpStatusCode.Created);
    }

    private static string Endpoint(ApiCall call, JsonObject body)
        => (call.Query.Single("webhookEndpoint.id") ?? body["webhookEndpoint"]?["id"]?.ToString()) is { Length: > 0 } id
            && call.Tenant.Tables.TryFind("webhook-endpoints", id) is not null
            ? id
            : throw Problem.Invalid("webhookEndpoint.id", "The webhookEndpoint.id parameter must name an existing webhook endpoint.");

    private static JsonObject ExistingEvent(ApiCall call, JsonObject reference)
        => reference["id"]?.ToString() is { } id && call.Tenant.Tables.TryFind("events", id) is { } found
            ? found
            : throw Problem.Invalid("event", "The event field must refer to an existing event by its id.");

    private static JsonObject Ping(ApiCall call, string now)
        => call.Query.Single("event.topic") is null or "ping"
            ? call.Tenant.Tables["events"].Add(id => Events.Make(id, "ping", now, [], "delivered"))
            : throw Problem.Invalid("event.topic", "The event.topic parameter must be ping.");
}
