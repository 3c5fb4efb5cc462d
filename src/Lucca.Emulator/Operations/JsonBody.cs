using System.Text.Json;
using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;

namespace Lucca.Emulator.Requests;

/// <summary>A JSON body of a request.</summary>
internal static class JsonBody
{
    public static async Task<JsonObject> ReadAsync(ApiCall call, CancellationToken cancellationToken)
        => await ReadIfAnyAsync(call, cancellationToken).ConfigureAwait(false)
            ?? throw Problem.Invalid("body", "A JSON object is required.");

    /// <summary>The body as an object; null when the request has none.</summary>
    public static async Task<JsonObject?> ReadIfAnyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var content = call.Request.Content;
        var bytes = content is null ? [] : await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (bytes.Length == 0)
        {
            return null;
        }

        if (content!.Headers.ContentType?.MediaType is not { } mediaType || !mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw Problem.UnsupportedMediaType("The body must be application/json.");
        }

        try
        {
            return JsonNode.Parse(bytes) as JsonObject ?? throw Problem.Invalid("body", "The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw Problem.Invalid("body", exception.Message);
        }
    }
}
