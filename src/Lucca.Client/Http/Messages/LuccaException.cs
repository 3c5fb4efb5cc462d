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

    /// <summary>The token endpoint that issued no token, so that the tenant was not asked; null when the call itself failed.</summary>
    public Uri? TokenUri { get; init; }

    /// <summary>The OAuth error code of the token endpoint, such as <c>invalid_client</c>; null elsewhere.</summary>
    public string? OAuthError { get; init; }

    /// <summary>A sentence about a stray character at the ends of a refused key, such as a line feed; null for none.</summary>
    public string? KeyFlaw { get; init; }

    /// <summary>Whether every call of the session would fail in the same way: no token can be had.</summary>
    public bool IsForAll =>
        Kind == LuccaErrorKind.SignInFailed || (TokenUri is not null && Kind is LuccaErrorKind.Forbidden or LuccaErrorKind.BadReply);

    /// <summary>Whether the server did not answer, or a gateway said so: any other call would fail as well.</summary>
    public bool IsOutage => Kind == LuccaErrorKind.Timeout || (Kind == LuccaErrorKind.Unavailable && Status is null or 502 or 503 or 504);

    /// <summary>Whether the request certainly never reached the server.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Whether another attempt may succeed: a broken connection, not a wrong name or certificate.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How many attempts were made; 0 when nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How long was waited between attempts, in all.</summary>
    public TimeSpan Waited { get; internal set; }

    /// <summary>The server's trace identifier; null when it gave none.</summary>
    public string? TraceId { get; init; }

    /// <summary>
    /// How many items of a list were received before the failure, and of how many (null when unknown); null when it ended no list.
    /// </summary>
    public (long Received, long? Total)? List { get; internal set; }

    /// <inheritdoc/>
    public override string Message => List is (> 0 and var received, var total)
        ? string.Create(
            CultureInfo.InvariantCulture, $"{base.Message} {received}{(total is null ? "" : " of ")}{total} items of the list had arrived.")
        : base.Message;

    /// <summary>The filter that the server ignored, as the API spells it; null for other failures.</summary>
    public string? IgnoredFilter { get; init; }

    /// <summary>The response itself; null when none came.</summary>
    public ErrorResponse? Response { get; init; }
}

/// <summary>An error response.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The media type of the body; null for none.</param>
/// <param name="Body">The body's text, at most 64 kB of it, with secrets hidden.</param>
/// <param name="Headers">The headers, by name.</param>
public sealed record ErrorResponse(int Status, string? MediaType, string Body, IReadOnlyDictionary<string, string[]> Headers);
