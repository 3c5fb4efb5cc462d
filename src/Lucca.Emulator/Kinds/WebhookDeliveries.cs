using System.Text.Json.Nodes;
using Lucca.Emulator.Demo;
using Lucca.Emulator.Writes;

namespace Lucca.Emulator.Resources;

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
        Create = SendWebhookDelivery.CreateAsync,
        Links = [Link.ById("attempts", "webhook-delivery-attempts?webhookDelivery.id=")],
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
