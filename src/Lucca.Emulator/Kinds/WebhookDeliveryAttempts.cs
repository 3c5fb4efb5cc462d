using System.Text.Json.Nodes;
using Lucca.Emulator.Demo;
using Lucca.Emulator.Lists;

namespace Lucca.Emulator.Resources;

/// <summary>Attempts of webhook deliveries: they share their scopes with the deliveries.</summary>
internal static class WebhookDeliveryAttempts
{
    public static ResourceKind Kind { get; } = new("webhook-delivery-attempt", "webhook-deliveries")
    {
        Rows = options => WebhookDeliveries.Indexes(options).SelectMany(MakeRows),
        Filters = [new ListFilter("webhookDelivery.id")], // not declared, but the links of deliveries use it
        Embeddings = [("webhook-delivery", "webhookDelivery"), ("event", "webhookDelivery.event")],
    };

    public static JsonObject Make(string id, string delivery, bool isSuccessful, string createdAt) => Row.Of(
        "webhook-delivery-attempt",
        id,
        ("signature", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"signature of attempt {id}"))),
        ("webhookDelivery", Row.Reference("webhook-delivery", delivery)),
        ("isSuccessful", isSuccessful),
        ("responseStatusCode", isSuccessful ? 204 : 503),
        ("errorResponseBody", isSuccessful ? null : "<h1>Service Unavailable</h1>"),
        ("createdAt", createdAt));

    private static IEnumerable<JsonObject> MakeRows(int index)
        => Enumerable.Range(0, WebhookDeliveries.Attempts(index)).Select(attempt => Make(
            Person.Text(701 + (index * 3) + attempt),
            WebhookDeliveries.Id(index),
            WebhookDeliveries.Status(index) == "delivered",
            Moment.Created(index)));
}
