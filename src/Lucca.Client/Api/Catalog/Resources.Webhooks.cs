namespace Lucca.Api;

/// <content>Events and webhooks. Paging of these lists is not declared, but the documented examples use it.</content>
public static partial class Resources
{
    /// <summary>Events; read-only.</summary>
    public static ResourceDescriptor<Event> Events { get; } =
        new("event", "events");

    /// <summary>Webhook endpoints.</summary>
    public static ResourceDescriptor<WebhookEndpoint> WebhookEndpoints { get; } =
        new("webhook-endpoint", "webhook-endpoints") { HasNames = true };

    /// <summary>Webhook deliveries.</summary>
    public static ResourceDescriptor<WebhookDelivery> WebhookDeliveries { get; } =
        new("webhook-delivery", "webhook-deliveries");

    /// <summary>Attempts of webhook deliveries, with the scopes of the deliveries.</summary>
    public static ResourceDescriptor<WebhookDeliveryAttempt> WebhookDeliveryAttempts { get; } =
        new("webhook-delivery-attempt", "webhook-delivery-attempts")
        {
            UndeclaredFilters = new Dictionary<string, Func<WebhookDeliveryAttempt, Reference?>>
            {
                ["webhookDelivery.id"] = attempt => attempt.WebhookDelivery,
            },
        };
}
