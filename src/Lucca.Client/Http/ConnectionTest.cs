namespace Lucca.Http;

/// <summary>How a connection does. No member holds a secret.</summary>
public sealed record ConnectionTest
{
    /// <summary>Whether the tenant's host answered, whatever it said; null when it was not asked, because there was no token to ask with.</summary>
    public bool? IsReachable { get; init; }

    /// <summary>Whether the credentials were accepted; null when that did not show.</summary>
    public bool? IsSignedIn { get; init; }

    /// <summary>How long the answer took, pacing and signing in included; null when there was none.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>
    /// How far the server's clock is ahead of this machine's, negative when it is behind; null when the server does not state its
    /// time. Servers state whole seconds, so less than two says nothing.
    /// </summary>
    public TimeSpan? ClockDifference { get; init; }

    /// <summary>The scope of the token that was used; null when there is none.</summary>
    public string? Scope { get; init; }

    /// <summary>When that token expires; null when there is none, or when nobody knows, as with a token that was given.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public LuccaException? Failure { get; init; }
}
