using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Lucca.Http;

/// <summary>A response whose head has arrived; its body has not been read.</summary>
public sealed class Response
{
    /// <summary>The largest unpacked body that is kept in memory; a page of a hundred large resources is far smaller.</summary>
    internal const long BufferLimit = 64 * 1024 * 1024;

    private const int FirstBuffer = 32 * 1024;

    /// <summary>How many names a warning holds.</summary>
    private const int MostNames = 5;

    private readonly RequestContext _context;
    private readonly HttpResponseMessage _message;

    internal Response(HttpResponseMessage message, RequestContext context) => (_message, _context) = (message, context);

    /// <summary>The HTTP status.</summary>
    public int Status => (int)_message.StatusCode;

    /// <summary>Whether the caller's copy is current (304).</summary>
    public bool IsNotModified => Status == 304;

    /// <summary>Whether a write succeeded without a body in the response.</summary>
    internal bool IsBareSuccess => !_context.Request.IsRepeatable && (Status is 204 or 205 || Length == 0);

    /// <summary>Whether a truncated body would be noticed: it has a length, comes in chunks, or is gzip.</summary>
    internal bool HasVerifiedEnd =>
        Length is not null || _message.Headers.TransferEncodingChunked == true || _message.Content is UnpackedContent;

    /// <summary>The entity tag verbatim; null when there is none.</summary>
    public string? ETag => _message.Raw("ETag");

    /// <summary>The media type without parameters; null when there is none.</summary>
    public string? MediaType => _message.Content.Headers.ContentType?.MediaType;

    /// <summary>The body's length in bytes; null when unknown, as for a compressed body.</summary>
    public long? Length => _message.Content.Headers.ContentLength;

    /// <summary>The file name that the server proposes, which may be unsafe; null for none.</summary>
    public string? FileName => ContentDisposition.FileName(_message.Raw("Content-Disposition"));

    /// <summary>The headers by name, without those that could hold a secret.</summary>
    public IReadOnlyDictionary<string, string[]> Headers => _message.HeadersByName(_context.Notes);

    /// <summary>The body. It can be read once.</summary>
    public Stream OpenBody() => new ResponseStream(_message, _context);

    /// <summary>Reads the body as JSON.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="read">Reads the bytes: UTF-8 without a byte order mark, not valid after it returns.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="LuccaException">The body is not JSON, does not fit the model, is too long, or is truncated.</exception>
    internal async Task<T> ReadJsonAsync<T>(Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJson(MediaType))
        {
            throw Unexpected($"sent {MediaType ?? "no media type"} instead of JSON");
        }

        try
        {
            return await BufferAsync(body => read(Text(body)), cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException wrong)
        {
            throw Unexpected($"sent malformed JSON at {wrong.Path ?? "$"}", wrong);
        }
    }

    /// <summary>
    /// The whole body, for objects or text; stream files instead. Text is UTF-8 without a byte order mark, whatever its charset.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="LuccaException">The body is too long, truncated, or text that cannot be read.</exception>
    public Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken) =>
        BufferAsync(body => (MediaTypes.IsText(MediaType) ? Text(body) : body).ToArray(), cancellationToken);

    private ReadOnlyMemory<byte> Text(ReadOnlyMemory<byte> body)
    {
        ReadOnlyMemory<byte> text;
        try
        {
            text = BodyText.ToUtf8(body, _message.Content.Headers.ContentType);
        }
        catch (FormatException unreadable)
        {
            throw Unexpected("sent " + unreadable.Message, unreadable);
        }

        if (!MediaTypes.IsJson(MediaType))
        {
            return text;
        }

        var json = RepeatedMembers.Remove(text, out var repeated);
        if (repeated.Count > 0)
        {
            var names = string.Join(", ", repeated.Take(MostNames).Select(name => $"'{name}'"));
            var path = _message.RequestMessage!.RequestUri!.AbsolutePath;
            _context.Notes.Warn($"{path} sent {names} more than once in one object. The last of each counts.");
        }

        return json;
    }

    private async Task<T> BufferAsync<T>(Func<ReadOnlyMemory<byte>, T> use, CancellationToken cancellationToken)
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
            // Personal data: clear it before another caller rents the buffer.
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
        new(OpenBody(), BufferLimit, () => Unexpected($"sent more than {BufferLimit >> 20} MB for a single object or text"));

    private LuccaException Unexpected(string what, Exception? cause = null) =>
        new(
            LuccaErrorKind.BadReply,
            $"{_message.RequestMessage!.RequestUri!.Authority} {what}. "
            + "It may not be a Lucca tenant, or a proxy may answer in its place.",
            cause)
        {
            Status = Status,
        };
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
