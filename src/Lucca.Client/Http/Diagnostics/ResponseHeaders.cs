namespace Lucca.Http;

/// <summary>Reads a response's headers as sent: the API's own spellings of tags and dates do not pass strict validation.</summary>
internal static class ResponseHeaders
{
    /// <summary>A header's value verbatim; null when absent.</summary>
    public static string? Raw(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
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
