using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>
/// Checks the headers that callers choose (RFC 9110, 5.1 and 5.5). A line end in a header would inject headers or a second request with
/// the session's token.
/// </summary>
internal static class RequestHeaders
{
    /// <summary>The header that names who makes a request.</summary>
    public const string UserAgent = "User-Agent";

    /// <summary>The headers that frame messages, control connections or carry credentials: callers cannot set them.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE",
        "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Puts a call's own headers on a message.</summary>
    /// <exception cref="LuccaException">One of them cannot be sent.</exception>
    public static void Add(HttpRequestMessage message, LuccaRequest request, string userAgent)
    {
        message.Headers.TryAddWithoutValidation("Accept", Clean("Accept", request.Accept));
        foreach (var (name, value) in request.Headers)
        {
            if (Reserved.Contains(name))
            {
                throw Refused($"The header {name} is set by the session or by HTTP; omit it.");
            }

            var clean = Clean(name, value);
            if (!message.Headers.TryAddWithoutValidation(name, clean))
            {
                var headers = message.Content?.Headers;
                AddToContent(headers ?? throw Refused($"The header {name} describes a body, but this request has none."), name, clean);
            }
        }

        if (userAgent.Length > 0 && !message.Headers.NonValidated.Contains(UserAgent))
        {
            message.Headers.TryAddWithoutValidation(UserAgent, userAgent);
        }
    }

    /// <summary>A header's value without the line end that a file adds.</summary>
    /// <exception cref="LuccaException">The name or the value cannot be sent. The message omits the value: it may be a secret.</exception>
    public static string Clean(string name, string value)
    {
        if (name.Length == 0 || !name.All(IsTokenCharacter))
        {
            throw Refused($"'{name}' is not a valid header name: use letters, digits and hyphens.");
        }

        var clean = value.Trim(' ', '\t', '\r', '\n');
        return clean.All(static c => c is (>= ' ' and <= '~') or '\t')
            ? clean
            : throw Refused($"The value of the header {name} contains control characters, such as a line end, or characters beyond ASCII.");
    }

    private static void AddToContent(HttpContentHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    private static bool IsTokenCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);

    private static LuccaException Refused(string why) => new(LuccaErrorKind.BadRequest, why + " Nothing was sent.");
}

/// <summary>Adds the version of the API to requests that do not name one.</summary>
internal sealed class ApiVersionHandler(string version, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The header's name.</summary>
    public const string HeaderName = "Api-Version";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains(HeaderName))
        {
            request.Headers.TryAddWithoutValidation(HeaderName, version);
        }

        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Reads a response's headers without validation: some of the API's tags and dates would not pass it.</summary>
internal static class ResponseHeaders
{
    /// <summary>A header's value verbatim; null when absent.</summary>
    public static string? Raw(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    /// <summary>All headers by name, without those that could hold a secret.</summary>
    public static Dictionary<string, string[]> HeadersByName(this HttpResponseMessage response, CallNotes notes) =>
        response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(
                header => header.Key,
                header => header.Value.Select(value => notes.Hide(Redactor.ResponseHeader(header.Key, value))).ToArray(),
                StringComparer.OrdinalIgnoreCase);
}
