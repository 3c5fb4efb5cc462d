using System.Text;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Webhook deliveries: one for each of the demo's events but those that are still scheduled.</summary>
internal static class WebhookDeliveries
{
    public static ResourceKind Kind { get; } = new("webhook-delivery", "webhook-deliveries")
    {
        Rows = options => Indexes(options).Select(index => Make(
            Id(index),
            DemoEvent.Reference(DemoEvent.Id(index), DemoEvent.Topic(index)),
            DemoEvent.Topic(index).StartsWith("employee.", StringComparison.Ordinal) ? "1" : "2",
            Status(index),
            Attempts(index))),
        Links = [new("attempts", "webhook-delivery-attempts?webhookDelivery.id=")],
        Embeddings = [("event", "event")],
    };

    /// <summary>The indexes of the events that were delivered, or tried to be.</summary>
    public static IEnumerable<int> Indexes(TenantOptions options)
        => Enumerable.Range(0, DemoEvent.Count(options)).Where(index => DemoEvent.Status(index) != "scheduled");

    public static string Id(int index) => Person.Text(501 + index);

    /// <summary>How often a delivery was tried.</summary>
    public static int Attempts(int index) => Status(index) switch { "delivered" => 1, "undelivered" => 2, _ => 3 };

    public static string Status(int index) => (DemoEvent.Status(index), index % 8) switch
    {
        ("delivered", _) => "delivered",
        (_, 2) => "undelivered",
        _ => "failed",
    };

    public static JsonObject Make(string id, JsonObject reference, string endpoint, string status, int attempts) => Row.Of(
        "webhook-delivery",
        id,
        ("nextAttemptAt", status == "undelivered" ? "2035-01-01T06:00:00Z" : null),
        ("attemptsCount", attempts),
        ("status", status),
        ("event", reference),
        ("webhookEndpoint", Row.Reference("webhook-endpoint", endpoint)));
}

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
        ("signature", Convert.ToBase64String(Encoding.ASCII.GetBytes($"signature of attempt {id}"))),
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
            Timestamp.Created(index)));
}
