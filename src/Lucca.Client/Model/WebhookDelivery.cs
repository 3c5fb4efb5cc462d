namespace Lucca;

/// <summary>The delivery of an event to a webhook endpoint (lucca-resources 3.16).</summary>
public sealed class WebhookDelivery : Resource
{
    /// <summary>When the next attempt is planned; null when none is.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>How many attempts were made.</summary>
    public int? AttemptsCount { get; init; }

    /// <summary><c>delivered</c>; <c>undelivered</c>, another attempt is planned; <c>failed</c>, given up.</summary>
    public string? Status { get; init; }

    /// <summary>The event; the type of this reference holds the topic.</summary>
    public Reference? Event { get; init; }

    /// <summary>The endpoint.</summary>
    public Reference? WebhookEndpoint { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References =>
        [("event", Event), ("webhook-endpoint", WebhookEndpoint)];
}
