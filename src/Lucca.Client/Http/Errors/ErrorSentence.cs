namespace Lucca.Http;

/// <summary>The message for an error response: the server's own sentence and its field errors, else the meaning of the status.</summary>
internal static class ErrorSentence
{
    public static string Of(
        int status, HttpResponseMessage response, Problem? problem, string? otherWords, TimeSpan? retryAfter, CallNotes notes)
    {
        var fields = string.Join(' ', (problem?.Errors ?? []).Select(field => $"{field.Key}: {string.Join(' ', field.Value ?? [])}"));
        var summary = problem?.Detail ?? problem?.Title ?? otherWords;

        // Where a field's error repeats the summary, it says more: which field.
        string?[] parts = [fields.Contains(summary ?? "", StringComparison.Ordinal) ? null : summary, fields];
        var sentence = string.Join(' ', parts.Where(text => !string.IsNullOrWhiteSpace(text)));
        sentence = notes.Hide(sentence); // again: joined, the parts may spell a secret
        var wait = retryAfter?.TotalSeconds is > 0 and var seconds ? $" The server asks to wait {Math.Ceiling(seconds)} s." : "";
        return sentence.Length > 0 ? $"{End(sentence)} (HTTP {status}){wait}" : $"{Meaning(status, response, notes)} (HTTP {status}){wait}";
    }

    private static string End(string sentence) => sentence.TrimEnd('.', ' ') + ".";

    private static string Meaning(int status, HttpResponseMessage response, CallNotes notes) => status switch
    {
        >= 400 when MediaTypes.IsHtml(response.Content.Headers.ContentType?.MediaType) =>
            "An HTML page came instead of a response from Lucca: something on the way, such as a proxy or a firewall, "
            + (status >= 500 ? "failed to pass the request on." : "refused the request."),
        401 => "The server did not accept the access token.",
        403 => "The integration key lacks permission for this.",
        404 => "There is no such object, or the integration key cannot see it.",
        408 => "The server gave up on the request because it took too long.",
        412 => "The object has changed: its entity tag differs from If-Match.",
        413 => "The request is larger than the server takes.",
        429 => "The rate limit of the tenant is used up.",
        304 => "The server answered 'not modified' without a condition.",
        >= 300 and < 400 => $"The server redirects to {PlaceOf(response.Headers.Location)}. "
            + "Redirects are not followed, so that the token does not leave the connected host.",
        >= 500 => "The server failed to answer.",
        _ => $"The server refused the request: {notes.Hide(response.ReasonPhrase ?? "")}.",
    };

    /// <summary>The host of a redirect; an address below the connected host has none.</summary>
    private static string PlaceOf(Uri? location) => location is { IsAbsoluteUri: true } ? location.Host : "another address";
}
