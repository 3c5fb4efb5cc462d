namespace Lucca.Api;

/// <content>Events and who is told of them. Paging is not declared for these lists, though the documented addresses use it.</content>
public static partial class Resources
{
    /// <summary>Events: they can only be read.</summary>
    public static ResourceDescriptor<Event> Events { get; } =
        new("event", "events");

    /// <summary>Webhook endpoints.</summary>
    public static ResourceDescriptor<WebhookEndpoint> WebhookEndpoints { get; } =
        new("webhook-endpoint", "webhook-endpoints") { HasNames = true };

    /// <summary>Webhook deliveries.</summary>
    public static ResourceDescriptor<WebhookDelivery> WebhookDeliveries { get; } =
        new("webhook-delivery", "webhook-deliveries");

    /// <summary>Attempts of webhook deliveries: the scopes are those of the deliveries.</summary>
    public static ResourceDescriptor<WebhookDeliveryAttempt> WebhookDeliveryAttempts { get; } =
        new("webhook-delivery-attempt", "webhook-delivery-attempts")
        {
            UndeclaredFilters = new Dictionary<string, Func<WebhookDeliveryAttempt, Reference?>> { ["webhookDelivery.id"] = attempt => attempt.WebhookDelivery },
        };
}
