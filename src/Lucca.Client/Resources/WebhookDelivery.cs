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

    /// <summary>The event. Its name is the topic, known where the event came along.</summary>
    [JsonInclude]
    public Reference? Event { get; internal set; }

    /// <summary>The endpoint.</summary>
    [JsonInclude]
    public Reference? WebhookEndpoint { get; internal set; }

    /// <inheritdoc/>
    internal override string? KnownName => Event?.KnownName ?? (Event?.Type is "event" ? null : Event?.Type); // older servers have the topic for a type

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        Event = visitor.Visit("event", Event);
        WebhookEndpoint = visitor.Visit("webhook-endpoint", WebhookEndpoint);
    }
}
