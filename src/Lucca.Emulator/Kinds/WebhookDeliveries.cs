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
            DemoEvent.Id(index),
            EndpointOf(index),
            Status(index),
            Attempts(index),
            Status(index) == "undelivered" ? Timestamp.Text(Company.DayOf(options).AddDays(1)) + "T06:00:00Z" : null)),
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

    // The second endpoint failed until it was suspended: nothing more is sent to it.
    private static string EndpointOf(int index) => Status(index) == "failed" ? "2" : "1";

    public static JsonObject Make(string id, string @event, string endpoint, string status, int attempts, string? nextAttemptAt) => Row.Of(
        "webhook-delivery",
        id,
        ("nextAttemptAt", nextAttemptAt),
        ("attemptsCount", attempts),
        ("status", status),
        ("event", Row.Reference("event", @event)),
        ("webhookEndpoint", Row.Reference("webhook-endpoint", endpoint)));
}

/// <summary>Attempts of webhook deliveries: they share their scopes with the deliveries.</summary>
internal static class WebhookDeliveryAttempts
{
    public static ResourceKind Kind { get; } = new("webhook-delivery-attempt", "webhook-deliveries")
    {
        Rows = options => WebhookDeliveries.Indexes(options).SelectMany(index => MakeRows(index, options)),
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

    private static IEnumerable<JsonObject> MakeRows(int index, TenantOptions options)
        => Enumerable.Range(0, WebhookDeliveries.Attempts(index)).Select(attempt => Make(
            Person.Text(701 + (index * 3) + attempt),
            WebhookDeliveries.Id(index),
            WebhookDeliveries.Status(index) == "delivered",
            DemoEvent.OccurredAt(index, options)));
}
