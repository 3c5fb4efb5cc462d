namespace Lucca.Http;

/// <summary>A call in progress: its request, and the state of its attempts.</summary>
internal sealed class RequestContext(LuccaRequest request, ConnectionOptions options, CallNotes notes)
{
    private static readonly HttpRequestOptionsKey<RequestContext> Key = new("lucca.context");

    public LuccaRequest Request { get; } = request;

    public CallNotes Notes { get; } = notes;

    /// <summary>The time limit for each part of a response.</summary>
    public TimeSpan Timeout { get; } = options.Timeout;

    /// <summary>The attempts made so far.</summary>
    public int Attempts { get; set; }

    /// <summary>The failed attempts that count as retries: not those that the rate limit refused.</summary>
    public int Failures { get; set; }

    /// <summary>The waits between attempts so far, in all.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Whether a token was refused that another one may replace.</summary>
    public bool MayRenewToken { get; set; }

    /// <summary>Whether a refused token was replaced already.</summary>
    public bool TokenRenewed { get; set; }

    /// <summary>How long the rate limit delayed the current attempt.</summary>
    public TimeSpan WaitedForRateLimit { get; set; }

    /// <summary>Restarts the time limit of the current attempt; null between attempts.</summary>
    public Action? KeepAlive { get; set; }

    public static RequestContext? Find(HttpRequestMessage message) => message.Options.TryGetValue(Key, out var context) ? context : null;

    public static RequestContext Of(HttpRequestMessage message) =>
        Find(message) ?? throw new InvalidOperationException("The request was not made by the transport.");

    /// <summary>A new message for the next attempt: neither a message nor its body can be sent twice.</summary>
    public HttpRequestMessage CreateMessage()
    {
        var message = new HttpRequestMessage(Request.Method, CreateUri()) { Content = Request.Content?.Invoke(() => KeepAlive?.Invoke()) };
        message.Options.Set(Key, this);
        RequestHeaders.Add(message, Request, options.UserAgent);

        // A large body waits for 100 Continue: a refusal (401, 413, 429) then costs no upload.
        message.Headers.ExpectContinue = message.Content?.Headers.ContentLength > 1_000_000 ? true : null;
        return message;
    }

    private Uri CreateUri()
    {
        var query = Request.Query.ToString();
        return Request.AbsoluteUri
            ?? (Uri.TryCreate(options.BaseUri, Request.Path + (query.Length > 0 ? "?" + query : ""), out var uri)
                ? uri
                : throw new LuccaException(
                    LuccaErrorKind.BadRequest, $"'{Request.Path}' and its query do not form a valid address. Nothing was sent."));
    }
}
