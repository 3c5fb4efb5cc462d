namespace Lucca.Http;

/// <summary>The result of a connection test. No member holds a secret.</summary>
public sealed record ConnectionTest
{
    /// <summary>Whether the tenant's host answered, with whatever status; null when no token could be had to ask it.</summary>
    public bool? IsReachable { get; init; }

    /// <summary>Whether the credentials were accepted; null when unknown.</summary>
    public bool? IsSignedIn { get; init; }

    /// <summary>How long the response took, including the rate limit and signing in; null when none came.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>
    /// How far the server's clock is ahead of this machine's, negative when it is behind; null when the server does not state its
    /// time. Servers state whole seconds, so less than two says nothing.
    /// </summary>
    public TimeSpan? ClockDifference { get; init; }

    /// <summary>The scope of the token that was used; null when there is none.</summary>
    public string? Scope { get; init; }

    /// <summary>When that token expires; null when there is none, or when unknown, as for a static token.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>The failure; null when there was none.</summary>
    public LuccaException? Failure { get; init; }
}
