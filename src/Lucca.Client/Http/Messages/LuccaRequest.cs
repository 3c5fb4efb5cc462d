namespace Lucca.Http;

/// <summary>What one call asks of the API, independent of how often it is attempted.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the connected address, already escaped: see <see cref="PathOf"/>.</param>
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
    /// Makes the body; called once an attempt, since a body can be sent only once. Null when there is none. What it is given is to be
    /// called whenever a part of the body has left, so that a long upload is not taken for a silent server.
    /// </summary>
    public Func<Action, HttpContent>? Content { get; init; }

    /// <summary>Further headers, sent verbatim.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Where the call goes when not below the connected address: the token endpoint.</summary>
    public Uri? AbsoluteUri { get; init; }

    /// <summary>Whether doing it twice does no harm: true for GET and HEAD. The API has no idempotency keys.</summary>
    public bool IsRepeatable { get; init; } = Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>Whether the response is nothing to show even to those who look for a fault: it holds a secret.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>A path below <see cref="ApiRoot"/>, each segment escaped, so that an id can never become a path.</summary>
    /// <param name="segments">The segments.</param>
    /// <exception cref="LuccaException">A segment is empty, <c>.</c> or <c>..</c>, which no escape keeps from being read as a path.</exception>
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
