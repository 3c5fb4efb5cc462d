using System.Security;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A webhook endpoint: an address that Lucca sends events to.</summary>
public sealed class WebhookEndpoint : Resource
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The version of the API whose shape the events' data has, such as <c>2024-11-01</c>.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The address, https only.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>The topics that are sent.</summary>
    public Values<string>? Topics { get; init; }

    /// <summary>The establishments whose events are sent; null for all.</summary>
    public Values<Reference>? BusinessEstablishments { get; init; }

    /// <summary><c>active</c>; <c>suspended</c> after errors, the history is kept; <c>inactive</c>, nothing is kept.</summary>
    public string? Status { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The key of the signatures: only in the response to the creation, null ever after.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public SecureString? Secret { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => visitor.VisitEach("business-establishment", BusinessEstablishments);
}
