using System.Text.Json;
using Lucca.Http;

namespace Lucca.PowerShell.Raw;

/// <summary>A response without a model: JSON as objects, text as text, anything else as bytes.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers by name.</param>
/// <param name="Content">The body; null for none.</param>
internal sealed record RawResponse(int Status, IReadOnlyDictionary<string, string[]> Headers, object? Content)
{
    /// <summary>Reads a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="origin">The connection that brings it, which its objects and links remember.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<RawResponse> ReadAsync(Response response, object origin, CancellationToken cancellationToken)
    {
        var bytes = await response.ReadBytesAsync(cancellationToken).ConfigureAwait(false);
        return new RawResponse(response.Status, response.Headers, Parse(bytes, response, origin));
    }

    public static RawResponse From(ErrorResponse response) =>
        new(response.Status, response.Headers, TryParse(response.Body) ?? (response.Body.Length > 0 ? response.Body : null));

    private static object? Parse(byte[] bytes, Response response, object origin)
    {
        if (bytes.Length == 0)
        {
            return null;
        }

        if (MediaTypes.IsJson(response.MediaType))
        {
            return TryParse(Utf8Text.Of(bytes), origin)
                ?? throw new LuccaException(
                    LuccaErrorKind.BadReply, "The response claims to be JSON, but is not valid JSON.") { Status = response.Status };
        }

        return MediaTypes.IsText(response.MediaType) ? Utf8Text.Of(bytes) : bytes;
    }

    private static object? TryParse(string text, object? origin = null)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return PlainObject.From(document.RootElement, origin);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
