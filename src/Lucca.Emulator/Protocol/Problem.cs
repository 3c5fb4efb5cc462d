using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lucca.Emulator;

/// <summary>An error response: <c>application/problem+json</c> (RFC 9457) with the members that the API's samples show.</summary>
internal sealed record Problem(HttpStatusCode Status, string Title, string Detail)
{
    /// <summary>The most bytes of a request: 100 MB.</summary>
    public const long MaxBodyLength = 100L << 20;

    /// <summary>The parameter or field that is wrong, when there is one.</summary>
    public string? Field { get; init; }

    /// <summary>A response header that goes with the status; name and value.</summary>
    public (string Name, string Value)? Header { get; init; }

    public static RefusalException Invalid(string field, string message)
        => new(new(HttpStatusCode.BadRequest, "One or more validation errors occurred.", message) { Field = field });

    public static RefusalException Unauthorized(string detail, string challenge)
        => new(new(HttpStatusCode.Unauthorized, "Unauthorized", detail) { Header = ("WWW-Authenticate", challenge) });

    public static RefusalException Forbidden(string detail) => new(new(HttpStatusCode.Forbidden, "Forbidden", detail));

    public static RefusalException Conflict(string detail) => new(new(HttpStatusCode.Conflict, "Conflict", detail));

    public static RefusalException Gone(string detail) => new(new(HttpStatusCode.Gone, "Gone", detail));

    public static RefusalException TooLarge()
        => new(new(HttpStatusCode.RequestEntityTooLarge, "Payload Too Large", "A request may have at most 100 MB."));

    public static RefusalException UnsupportedMediaType(string detail)
        => new(new(HttpStatusCode.UnsupportedMediaType, "Unsupported Media Type", detail));

    /// <summary>429; the wait is stated in whole seconds, rounded up.</summary>
    public static RefusalException TooManyRequests(TimeSpan wait)
        => new(new(HttpStatusCode.TooManyRequests, "Too Many Requests", "The limit of requests in 60 seconds is reached.")
        {
            Header = ("Retry-After", $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}"),
        });

    public static RefusalException NotFound(string detail) => new(new(HttpStatusCode.NotFound, "Not Found", detail));

    public static RefusalException MethodNotAllowed(string allowed)
        => new(new(HttpStatusCode.MethodNotAllowed, "Method Not Allowed", "The resource does not support this method.")
        {
            Header = ("Allow", allowed),
        });

    public HttpResponseMessage ToResponse(string path)
    {
        void Write(Utf8JsonWriter writer)
        {
            writer.WriteString("type", $"https://developers.lucca.fr/errors/{(int)Status}");
            writer.WriteString("title", Title);
            writer.WriteNumber("status", (int)Status);
            writer.WriteString("detail", Detail);
            if (Field is not null)
            {
                writer.WriteStartObject("errors");
                writer.WriteStartArray(Field);
                writer.WriteStringValue(Detail);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteString("instance", path);
            writer.WriteStartObject("extensions");
            writer.WriteString("traceId", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).ToLowerInvariant());
            writer.WriteEndObject();
        }

        var response = JsonResponse.OfObject(Status, Write, "application/problem+json");
        if (Header is (var name, var value) && !response.Headers.TryAddWithoutValidation(name, value))
        {
            response.Content.Headers.TryAddWithoutValidation(name, value); // Allow is a header of the content in .NET
        }

        return response;
    }
}

/// <summary>Ends a request with an error response.</summary>
internal sealed class RefusalException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
