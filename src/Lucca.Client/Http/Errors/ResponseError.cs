using System.Text.Json;

namespace Lucca.Http;

/// <summary>Turns a response that is not a success into a failure, with the server's own words when it sent any that can be read.</summary>
internal static class ResponseError
{
    /// <summary>As much of an error page as is read: nobody reads more, and some never end.</summary>
    public const int BodyLimit = 64 * 1024;

    /// <summary>The failure that a response stands for; null for a success, or a 304 that was asked for.</summary>
    public static async Task<LuccaException?> FromAsync(HttpResponseMessage response, RequestContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode || (status == 304 && context.Request.Headers.Any(h => h.Key.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase))))
        {
            return null;
        }

        var text = await ReadBodyAsync(response, context, cancellationToken).ConfigureAwait(false);
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var json = MediaTypes.IsJson(mediaType) ? Parse(text) : null;
        var problem = ProblemOf(json);
        var retryAfter = RetryAfter.Read(response.Headers, time.GetUtcNow());
        return new LuccaException(KindOf(status), ErrorSentence.Of(status, response, problem, Member(json, "error_description") ?? Member(json, "error"), retryAfter, context.Notes))
        {
            Status = status,
            Problem = problem,
            RetryAfter = retryAfter,
            TraceId = TraceIdOf(response, json) is { } id ? context.Notes.Hide(ConsoleText.Line(id)) : null,
            Response = new ErrorResponse(status, mediaType, text, response.HeadersByName(context.Notes)),
        };
    }

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

    private static async Task<string> ReadBodyAsync(HttpResponseMessage response, RequestContext context, CancellationToken cancellationToken)
    {
        var buffer = new byte[BodyLimit];
        var length = 0;

        // A page that trickles in could take hours: all of it gets the time that a first byte has.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(context.Timeout);
        try
        {
            using var body = new ResponseStream(response, context);
            int count;
            while ((count = await body.ReadAsync(buffer.AsMemory(length), patience.Token).ConfigureAwait(false)) > 0)
            {
                length += count;
            }
        }
        catch (Exception broken) when (broken is LuccaException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The status says enough; a broken explanation must not hide it.
        }

        return context.Notes.Hide(ConsoleText.Lines(Utf8Text.Of(buffer.AsSpan(0, length))));
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
            // Some member is of another type than documented: then there is no problem, but still a status.
            return null;
        }
    }

    private static string? Member(JsonElement? json, string name) =>
        json is { } element && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : null;

    private static string? TraceIdOf(HttpResponseMessage response, JsonElement? json) =>
        Member(json, "traceId")
        ?? (json is { } element && element.TryGetProperty("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object ? Member(extensions, "traceId") : null)
        ?? (response.Headers.NonValidated.TryGetValues("X-Request-Id", out var id) ? id.ToString() : null);
}
