namespace Lucca.Http;

/// <summary>The failures after which a call is attempted again (docs/api.md#limits).</summary>
internal static class RetryRules
{
    /// <summary>Whether the call may be made again after this failure.</summary>
    /// <param name="context">The call.</param>
    /// <param name="failure">How the last attempt ended.</param>
    public static bool Allow(RequestContext context, LuccaException failure) => failure switch
    {
        // An expired or revoked token: once, with a new one.
        { Status: 401 } => context is { MayRenewToken: true, TokenRenewed: false },

        // The server refused the request and says when to repeat it: any method.
        { Status: 429 } => true,
        { Status: 503, RetryAfter: not null } => true,

        // No byte was sent: any method.
        { NeverSent: true, IsTransient: true } => true,

        // The server may have processed it: only what may be repeated.
        { Status: 408 or 500 or 502 or 503 or 504 } => context.Request.IsRepeatable,
        { IsTransient: true } => context.Request.IsRepeatable,

        // 400, 403, 404, 405, 412, 413 and all others: the response would be the same.
        _ => false,
    };
}
