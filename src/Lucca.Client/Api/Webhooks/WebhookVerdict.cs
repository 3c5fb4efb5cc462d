namespace Lucca.Api;

/// <summary>The result of checking a webhook's signature.</summary>
public enum WebhookVerdict
{
    /// <summary>The signature is right, and the timestamp within the tolerance.</summary>
    Valid,

    /// <summary>There is no signature.</summary>
    NoSignature,

    /// <summary>There is no timestamp.</summary>
    NoTimestamp,

    /// <summary>The timestamp is not an ISO 8601 date and time.</summary>
    BadTimestamp,

    /// <summary>No signature is base64 of 32 bytes.</summary>
    BadSignature,

    /// <summary>The signature is of another body, timestamp or secret.</summary>
    Different,

    /// <summary>The signature is right, but older than the tolerance: it may be a replay.</summary>
    TooOld,

    /// <summary>The signature is right, but further in the future than the tolerance.</summary>
    TooNew,
}
