using Lucca.Http;

namespace Lucca;

/// <summary>How a session does: what <c>Test-LuccaSession</c> writes. No member holds a secret.</summary>
public sealed class SessionTest
{
    internal SessionTest(LuccaSession session, ConnectionTest test, int taken, string? problem, string? advice)
    {
        Session = session.Name;
        Uri = session.Uri;
        IsReachable = test.IsReachable;
        IsSignedIn = test.IsSignedIn;
        Duration = test.Duration;
        ClockDifference = test.ClockDifference;
        Scope = test.Scope;
        TokenExpiresAt = test.TokenExpiresAt?.ToLocalTime();
        TokenLife = TokenExpiresAt - DateTimeOffset.Now;
        RateLimit = session.RateLimit;
        RequestsInLastMinute = taken;
        Problem = problem;
        Advice = advice;
    }

    /// <summary>The session's name.</summary>
    public string Session { get; }

    /// <summary>The tenant's address.</summary>
    public Uri Uri { get; }

    /// <summary>Whether everything is well.</summary>
    public bool IsOk => Problem is null;

    /// <summary>
    /// Whether the tenant's host answered, whatever it said; null when it was not asked, because there was no token to ask with.
    /// </summary>
    public bool? IsReachable { get; }

    /// <summary>Whether the credentials were accepted; null when that did not show.</summary>
    public bool? IsSignedIn { get; }

    /// <summary>How long the answer took; null when there was none.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>How far the server's clock is ahead of this machine's, to about a second; null when unknown.</summary>
    public TimeSpan? ClockDifference { get; }

    /// <summary>The scope of the token that was used; null when there is none, or when the token was given.</summary>
    public string? Scope { get; }

    /// <summary>When that token expires; it is renewed before. Null when unknown.</summary>
    public DateTimeOffset? TokenExpiresAt { get; }

    /// <summary>How long that token lived on when the test was made; null when unknown.</summary>
    public TimeSpan? TokenLife { get; }

    /// <summary>The most requests in any 60 seconds; 0 for no limit.</summary>
    public int RateLimit { get; }

    /// <summary>
    /// How many of them are used up, by all sessions of this process with the host; 0 when there is no limit to count for.
    /// </summary>
    public int RequestsInLastMinute { get; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Problem { get; }

    /// <summary>What to do about it; null when nothing is wrong.</summary>
    public string? Advice { get; }
}
