using System.Text.Json;

namespace Lucca.Http;

/// <summary>Turns an error response into a failure, in the server's own words where they can be read.</summary>
internal static class ResponseError
{
    /// <summary>The most bytes read of an error page: some never end.</summary>
    public const int BodyLimit = 64 * 1024;

    /// <summary>The failure; null for a success, or a 304 that was asked for.</summary>
    public static async Task<LuccaException?> FromAsync(
        HttpResponseMessage response, RequestContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode || (status == 304 && IsConditional(context.Request)))
        {
            return null;
        }

        var text = await ReadBodyAsync(response, context, cancellationToken).ConfigureAwait(false);
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var json = MediaTypes.IsJson(mediaType) ? Parse(text) : null;
        var problem = ProblemOf(json);
        var retryAfter = RetryAfter.Read(response.Headers, time.GetUtcNow());
        var otherWords = Member(json, "error_description") ?? Member(json, "error");
        var message = ErrorSentence.Of(status, response, problem, otherWords, retryAfter, context.Notes);
        return new LuccaException(KindOf(status), message)
        {
            Status = status,
            Problem = problem,
            RetryAfter = retryAfter,
            TraceId = TraceIdOf(response, json) is { } id ? context.Notes.Hide(ConsoleText.Line(id)) : null,
            Response = new ErrorResponse(status, mediaType, text, response.HeadersByName(context.Notes)),
        };
    }

    private static bool IsConditional(LuccaRequest request) =>
        request.Headers.Any(header => header.Key.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase));

    private static LuccaErrorKind KindOf(int status) => status switch
    {
        401 => LuccaErrorKind.SignInFailed,
        403 => LuccaErrorKind.Forbidden,
        404 or 410 => LuccaErrorKind.NotFound,
        408 or >= 500 => LuccaErrorKind.Unavailable,
        412 => LuccaErrorKind.PreconditionFailed,
        413 => LuccaErrorKind.TooLarge,
        429 => LuccaErrorKind.RateLimited,
        >= 400 => LuccaErrorKind.BadRequest,
        _ => LuccaErrorKind.BadReply,
    };

    private static async Task<string> ReadBodyAsync(
        HttpResponseMessage response, RequestContext context, CancellationToken cancellationToken)
    {
        var buffer = new byte[BodyLimit];
        var length = 0;

        // One time limit for the whole page: one that trickles in could take hours.
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeLimit.CancelAfter(context.Timeout);
        try
        {
            using var body = new ResponseStream(response, context);
            int count;
            while ((count = await body.ReadAsync(buffer.AsMemory(length), timeLimit.Token).ConfigureAwait(false)) > 0)
            {
                length += count;
            }
        }
        catch (Exception broken) when (
            broken is LuccaException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The status matters more than a body that cannot be read.
        }

        return context.Notes.Hide(ConsoleText.Lines(BodyText.Show(buffer.AsSpan(0, length), response.Content.Headers.ContentType)));
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(ConsoleText.InJson(text));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Problem? ProblemOf(JsonElement? json)
    {
        try
        {
            return json?.Deserialize(LuccaJson.Default.Problem);
        }
        catch (JsonException)
        {
            // A member is not of the documented type: the status still counts.
            return null;
        }
    }

    private static string? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } element
            && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? JsonText.Of(value)
                : null;

    private static string? TraceIdOf(HttpResponseMessage response, JsonElement? json) =>
        Member(json, "traceId")
        ?? (json is { } element && element.TryGetProperty("extensions", out var extensions) ? Member(extensions, "traceId") : null)
        ?? (response.Headers.NonValidated.TryGetValues("X-Request-Id", out var id) ? id.ToString() : null);
}
