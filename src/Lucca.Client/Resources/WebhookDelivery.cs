using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>The delivery of an event to a webhook endpoint.</summary>
public sealed class WebhookDelivery : Resource
{
    /// <summary>When the next attempt is planned; null when none is.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>How many attempts were made.</summary>
    public int? AttemptsCount { get; init; }

    /// <summary><c>delivered</c>; <c>undelivered</c>, another attempt is planned; <c>failed</c>, given up.</summary>
    public string? Status { get; init; }

    /// <summary>The event. Its name is the topic, known only where the event came along.</summary>
    [JsonInclude]
    public Reference? Event { get; internal set; }

    /// <summary>The endpoint.</summary>
    [JsonInclude]
    public Reference? WebhookEndpoint { get; internal set; }

    /// <inheritdoc/>
    // older servers have the topic for a type
    internal override string? KnownName => Event?.KnownName ?? (Event?.Type is "event" ? null : Event?.Type);

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Event = visitor.Visit("event", Event);
        WebhookEndpoint = visitor.Visit("webhook-endpoint", WebhookEndpoint);
    }
}

/// <summary>One attempt of a webhook delivery.</summary>
public sealed class WebhookDeliveryAttempt : Resource
{
    /// <summary>The signature that was sent along.</summary>
    public string? Signature { get; init; }

    /// <summary>The delivery.</summary>
    [JsonInclude]
    public Reference? WebhookDelivery { get; internal set; }

    /// <summary>Whether the endpoint took it.</summary>
    public bool? IsSuccessful { get; init; }

    /// <summary>The HTTP status of the endpoint's answer; null when it gave none.</summary>
    public int? ResponseStatusCode { get; init; }

    /// <summary>The endpoint's own words when it refused; null otherwise.</summary>
    public string? ErrorResponseBody { get; init; }

    /// <summary>When the attempt was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => WebhookDelivery?.KnownName;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => WebhookDelivery = visitor.Visit("webhook-delivery", WebhookDelivery);
}
