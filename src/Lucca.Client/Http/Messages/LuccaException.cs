using System.Globalization;

namespace Lucca.Http;

/// <summary>A call that failed, with what is known about it. No member holds a secret.</summary>
/// <param name="kind">The kind of failure.</param>
/// <param name="message">A sentence for the user; what it quotes of a server is made fit for a console.</param>
/// <param name="inner">The cause; null when the response itself is the cause.</param>
public sealed class LuccaException(LuccaErrorKind kind, string message, Exception? inner = null)
    : Exception(Redactor.Text(ConsoleText.Line(message)), Redactor.Cause(inner))
{
    /// <summary>The kind of failure.</summary>
    public LuccaErrorKind Kind { get; } = kind;

    /// <summary>The HTTP status; null when no response came.</summary>
    public int? Status { get; init; }

    /// <summary>The server's own words, when it sent any.</summary>
    public Problem? Problem { get; init; }

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The token endpoint that gave no token, for which reason the tenant was not asked; null when the call itself failed.</summary>
    public Uri? TokenUri { get; init; }

    /// <summary>The OAuth error code of the token endpoint, such as <c>invalid_client</c>; null elsewhere.</summary>
    public string? OAuthError { get; init; }

    /// <summary>What shows at the ends of a refused key, in a sentence, such as a line feed; null for nothing.</summary>
    public string? KeyFlaw { get; init; }

    /// <summary>Whether no other call of the session could do better: the credentials, or the way to a token, are no good.</summary>
    public bool IsForAll => Kind == LuccaErrorKind.SignInFailed || (TokenUri is not null && Kind is LuccaErrorKind.Forbidden or LuccaErrorKind.BadReply);

    /// <summary>Whether nobody answered, or somebody on the way answered that nobody does: what the call asked for made no difference.</summary>
    public bool IsOutage => Kind == LuccaErrorKind.Timeout || (Kind == LuccaErrorKind.Unavailable && Status is null or 502 or 503 or 504);

    /// <summary>Whether the request certainly never reached the server.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Whether another attempt could end otherwise: a broken connection, not a wrong name or certificate.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How many attempts were made; 0 when nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How long was waited between attempts, in all.</summary>
    public TimeSpan Waited { get; internal set; }

    /// <summary>The server's trace identifier; null when it gave none.</summary>
    public string? TraceId { get; init; }

    /// <summary>
    /// How many items of a list had come when this ended it, and of how many, null where that is not known; null when it ended no list.
    /// </summary>
    public (long Received, long? Total)? List { get; internal set; }

    /// <inheritdoc/>
    public override string Message => List is (> 0 and var received, var total)
        ? base.Message + string.Create(CultureInfo.InvariantCulture, $" {received}{(total is null ? "" : " of ")}{total} items of the list had arrived.")
        : base.Message;

    /// <summary>The filter that the server ignored, as the API spells it; null when that is not what failed.</summary>
    public string? IgnoredFilter { get; init; }

    /// <summary>The response itself; null when none came.</summary>
    public ErrorResponse? Response { get; init; }
}
