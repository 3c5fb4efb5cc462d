using System.Text.Json;
using Lucca.Http;

namespace Lucca.PowerShell.Binding;

/// <summary>A reply without a model: JSON as objects, text as text, anything else as bytes.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers by name.</param>
/// <param name="Content">The body; null for none.</param>
internal sealed record GenericReply(int Status, IReadOnlyDictionary<string, string[]> Headers, object? Content)
{
    /// <summary>Reads a response.</summary>
    /// <param name="reply">The response.</param>
    /// <param name="origin">The connection that brings it, which its objects and links remember.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<GenericReply> ReadAsync(Reply reply, object origin, CancellationToken cancellationToken)
    {
        var bytes = await reply.ReadBytesAsync(cancellationToken).ConfigureAwait(false);
        return new GenericReply(reply.Status, reply.Headers, Parse(bytes, reply, origin));
    }

    public static GenericReply From(ErrorReply reply) =>
        new(reply.Status, reply.Headers, TryParse(reply.Body) ?? (reply.Body.Length > 0 ? reply.Body : null));

    private static object? Parse(byte[] bytes, Reply reply, object origin)
    {
        if (bytes.Length == 0)
        {
            return null;
        }

        if (MediaTypes.IsJson(reply.MediaType))
        {
            return TryParse(Utf8Text.Of(bytes), origin)
                ?? throw new LuccaException(LuccaErrorKind.BadReply, "The reply calls itself JSON but is not.") { Status = reply.Status };
        }

        return MediaTypes.IsText(reply.MediaType) ? Utf8Text.Of(bytes) : bytes;
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
