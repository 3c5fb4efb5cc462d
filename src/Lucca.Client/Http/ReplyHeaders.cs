namespace Lucca.Http;

/// <summary>Reads a reply's headers as sent: the API's own spellings of tags and dates do not pass strict validation.</summary>
internal static class ReplyHeaders
{
    /// <summary>A header's value verbatim; null when absent.</summary>
    public static string? Raw(this HttpResponseMessage reply, string name) =>
        reply.Headers.NonValidated.TryGetValues(name, out var values) || reply.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    /// <summary>All headers by name, without those that could hold a secret.</summary>
    public static Dictionary<string, string[]> HeadersByName(this HttpResponseMessage reply, CallNotes notes) =>
        reply.Headers.NonValidated.Concat(reply.Content.Headers.NonValidated)
            .ToDictionary(
                header => header.Key,
                header => header.Value.Select(value => notes.Hide(Redactor.ReplyHeader(header.Key, value))).ToArray(),
                StringComparer.OrdinalIgnoreCase);
}
