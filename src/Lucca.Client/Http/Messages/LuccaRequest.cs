namespace Lucca.Http;

/// <summary>A request to the API, however often it is attempted.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the connected address, escaped: see <see cref="PathOf"/>.</param>
public sealed record LuccaRequest(HttpMethod Method, string Path)
{
    /// <summary>The prefix of every resource.</summary>
    public const string ApiRoot = "lucca-api";

    /// <summary>The query; empty by default.</summary>
    public QueryParameters Query { get; init; } = [];

    /// <summary>The Accept header; JSON by default.</summary>
    public string Accept { get; init; } = MediaTypes.Json;

    /// <summary>The least scope that allows the call, such as <c>departments.readonly</c>; null for a call that needs no token.</summary>
    public string? Scope { get; init; }

    /// <summary>
    /// Creates the body for an attempt, since a body can be sent only once; null when there is none. Call the argument after each part
    /// sent, so that a long upload does not time out.
    /// </summary>
    public Func<Action, HttpContent>? Content { get; init; }

    /// <summary>Further headers, sent verbatim.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>An address that is not below the connected one: the token endpoint's; null for all others.</summary>
    public Uri? AbsoluteUri { get; init; }

    /// <summary>Whether the call may be made twice: true for GET and HEAD. The API has no idempotency keys.</summary>
    public bool IsRepeatable { get; init; } = Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>Whether the response holds a secret, so that no trace shows it.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>A path below <see cref="ApiRoot"/>, each segment escaped, so that an id can never become a path.</summary>
    /// <param name="segments">The segments.</param>
    /// <exception cref="LuccaException">A segment is empty, <c>.</c> or <c>..</c>, which no escape protects.</exception>
    public static string PathOf(params string[] segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (Array.Find(segments, segment => segment is "" or "." or "..") is { } invalid)
        {
            throw new LuccaException(LuccaErrorKind.BadRequest, $"'{invalid}' cannot be an id. Nothing was sent.");
        }

        return $"{ApiRoot}/{string.Join('/', segments.Select(Uri.EscapeDataString))}";
    }

    /// <summary>A GET below <see cref="ApiRoot"/>.</summary>
    /// <param name="segments">The segments of the path, not yet escaped.</param>
    public static LuccaRequest Get(params string[] segments) => new(HttpMethod.Get, PathOf(segments));
}
