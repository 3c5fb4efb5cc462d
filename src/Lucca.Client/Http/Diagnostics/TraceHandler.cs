using System.Diagnostics;
using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>Notes each attempt: one line, and on request headers and the beginning of a text body. Secrets are redacted.</summary>
internal sealed class TraceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = RequestContext.Of(request);
        return context.Notes is { Verbose: false, Debug: false }
            ? base.SendAsync(request, cancellationToken)
            : SendTracedAsync(request, context, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendTracedAsync(
        HttpRequestMessage request, RequestContext context, CancellationToken cancellationToken)
    {
        var notes = context.Notes;
        var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        notes.Add($"> {line} on {request.RequestUri!.Authority}{Headers(request.Headers, request.Content?.Headers)}", isDetail: true);
        await NoteBodyAsync(request, notes, cancellationToken).ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            notes.Add($"{line}: {(int)response.StatusCode} in {Elapsed(start)} ms{Circumstances(context)}");
            var headers = Headers(response.Headers, response.Content.Headers);
            notes.Add($"< {(int)response.StatusCode} {response.ReasonPhrase}{headers}", isDetail: true);
            return response;
        }
        catch (LuccaException failure)
        {
            notes.Add($"{line}: {failure.Message} ({Elapsed(start)} ms{Circumstances(context)})");
            throw;
        }
    }

    private static string Circumstances(RequestContext context) =>
        (context.Attempts > 1 ? $", attempt {context.Attempts}" : "")
        + (context.WaitedForRateLimit.TotalMilliseconds is >= 1 and var waited ? $", held back {waited:0} ms by the rate limit" : "");

    private static async Task NoteBodyAsync(HttpRequestMessage request, CallNotes notes, CancellationToken cancellationToken)
    {
        // A form holds the client secret; a multipart body is a file. Only JSON is shown.
        if (notes.Debug && MediaTypes.IsJson(request.Content?.Headers.ContentType?.MediaType))
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            notes.Add("> " + (body.Length > BodyTrace.Limit ? body[..BodyTrace.Limit] : body), isDetail: true);
        }
    }

    private static string Headers(params HttpHeaders?[] all) =>
        string.Concat(all.OfType<HttpHeaders>().SelectMany(headers => headers.NonValidated)
            .Select(header => $"{Environment.NewLine}  {header.Key}: {Redactor.Header(header.Key, header.Value.ToString())}"));

    private static long Elapsed(long start) => (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}
