using System.Text.Json.Serialization;

namespace Lucca;

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
