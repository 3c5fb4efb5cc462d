using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Lucca.Http;

/// <summary>A response whose head has arrived; the body is still on its way.</summary>
public sealed class Response
{
    /// <summary>The most that is held of a response, unpacked: a hundred large resources are a small part of it.</summary>
    internal const long HeldLimit = 64 * 1024 * 1024;

    private const int FirstBuffer = 32 * 1024;

    private readonly RequestContext _context;
    private readonly HttpResponseMessage _message;

    internal Response(HttpResponseMessage message, RequestContext context) => (_message, _context) = (message, context);

    /// <summary>The HTTP status.</summary>
    public int Status => (int)_message.StatusCode;

    /// <summary>Whether the server answered that the caller's copy is still good (304).</summary>
    public bool IsNotModified => Status == 304;

    /// <summary>Whether the server did what was asked and sent nothing back.</summary>
    internal bool IsBareSuccess => !_context.Request.IsRepeatable && (Status is 204 or 205 || Length == 0);

    /// <summary>Whether it would show if the body broke off: it has a length, comes in chunks, or is compressed with an end of its own.</summary>
    internal bool HasKnownEnd => Length is not null || _message.Headers.TransferEncodingChunked == true || _message.Content is UnpackedContent;

    /// <summary>The entity tag verbatim; null when there is none.</summary>
    public string? ETag => _message.Raw("ETag");

    /// <summary>The media type without parameters; null when there is none.</summary>
    public string? MediaType => _message.Content.Headers.ContentType?.MediaType;

    /// <summary>The body's length in bytes; null when unknown, as for a compressed body.</summary>
    public long? Length => _message.Content.Headers.ContentLength;

    /// <summary>The file name that the server proposes, unsafe as it may be; null when it proposes none.</summary>
    public string? FileName => ContentDisposition.FileName(_message.Raw("Content-Disposition"));

    /// <summary>The headers by name, without those that could hold a secret.</summary>
    public IReadOnlyDictionary<string, string[]> Headers => _message.HeadersByName(_context.Notes);

    /// <summary>The body, to be read once.</summary>
    public Stream OpenBody() => new ResponseStream(_message, _context);

    /// <summary>The body as JSON, read by the part that knows it.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="read">Reads the bytes, which are gone once it returns.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LuccaException">The body is not JSON, not of this model, too long, or broke off.</exception>
    internal async Task<T> ReadJsonAsync<T>(Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJson(MediaType))
        {
            throw BadReply($"sent {MediaType ?? "no media type"} instead of JSON");
        }

        try
        {
            return await HoldAsync(read, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException wrong)
        {
            throw BadReply($"sent malformed JSON at {wrong.Path ?? "$"}", wrong);
        }
    }

    /// <summary>The whole body, for responses that are objects or text; files are streamed.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LuccaException">The body is too long to be held, or broke off.</exception>
    public Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken) => HoldAsync(body => body.ToArray(), cancellationToken);

    private async Task<T> HoldAsync<T>(Func<ReadOnlyMemory<byte>, T> use, CancellationToken cancellationToken)
    {
        using var body = OpenLimited();
        var bytes = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            while (await body.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                length += count;
                if (length == bytes.Length)
                {
                    bytes = Grow(bytes);
                }
            }

            return use(bytes.AsMemory(0, length));
        }
        finally
        {
            // People's data: it is not left to whoever rents the buffer next.
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * full.Length);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full, clearArray: true);
        return larger;
    }

    private LimitedStream OpenLimited() =>
        new(OpenBody(), HeldLimit, () => BadReply($"sent more than {HeldLimit >> 20} MB for a single object or text"));

    private LuccaException BadReply(string what, Exception? cause = null) =>
        new(LuccaErrorKind.BadReply, $"{_message.RequestMessage!.RequestUri!.Authority} {what}. It may not be a Lucca tenant, or a proxy may answer in its place.", cause) { Status = Status };
}

/// <summary>Reads the file name of a <c>Content-Disposition</c> header (RFC 6266): <c>filename*</c> before <c>filename</c>.</summary>
internal static class ContentDisposition
{
    public static string? FileName(string? header) =>
        ContentDispositionHeaderValue.TryParse(header, out var disposition)
            ? NullIfEmpty(disposition.FileNameStar) ?? NullIfEmpty(disposition.FileName?.Trim('"'))
            : null;

    private static string? NullIfEmpty(string? name) => string.IsNullOrEmpty(name) ? null : name;
}

/// <summary>Reads a body that is text.</summary>
public static class Utf8Text
{
    /// <summary>The text without the byte order mark that some servers put before it.</summary>
    /// <param name="bytes">The body.</param>
    public static string Of(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
}
