using Lucca.Http;

namespace Lucca.Api;

/// <summary>Brings the bytes of one response into a stream, in constant memory; from the start again when the connection breaks.</summary>
internal sealed class Download(Transport transport, CallNotes notes, LuccaRequest request, string what)
{
    private readonly Transfer _transfer = new(what);

    /// <summary>Most files are compressed as they are, and what comes as it is has a length to be held against.</summary>
    private readonly LuccaRequest _request = request with { Headers = [new("Accept-Encoding", "identity"), .. request.Headers] };

    /// <summary>Runs the download.</summary>
    /// <param name="open">Opens the place for the bytes, once, when the head of the response has arrived. The stream must be able to seek; it stays the caller's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What the head said.</returns>
    /// <exception cref="LuccaException">The call failed, or the body is not as long as announced.</exception>
    public async Task<DownloadResult> RunAsync(Func<DownloadResult, Stream> open, CancellationToken cancellationToken)
    {
        Stream? target = null;
        try
        {
            return await transport.SendAsync(
                _request,
                notes,
                async (response, cancel) =>
                {
                    var head = new DownloadResult(response.FileName, response.MediaType, response.Length, response.ETag) { Status = response.Status, Headers = response.Headers };
                    if (head.IsNotModified)
                    {
                        return head;
                    }

                    CheckHead(response);
                    target ??= open(head);
                    target.SetLength(0);
                    await CopyAsync(response, target, cancel).ConfigureAwait(false);
                    return head;
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            notes.Transfer = null;
        }
    }

    private async Task CopyAsync(Response response, Stream target, CancellationToken cancellationToken)
    {
        _transfer.Start(response.Length);
        notes.Transfer = _transfer;
        using (var body = response.OpenBody())
        {
            await OverlappedCopy.RunAsync(body, target, _transfer.Add, cancellationToken).ConfigureAwait(false);
        }

        // HTTP/1.1 tells by itself when a body ends too early, other ways of bringing one do not.
        if (response.Length is { } length && length != _transfer.Bytes)
        {
            throw new LuccaException(LuccaErrorKind.Incomplete, $"Only {_transfer.Bytes} of {length} bytes arrived.") { IsTransient = true };
        }

        if (!response.HasKnownEnd)
        {
            notes.Warn($"The server did not state the length of {what}. The download may be incomplete.");
        }
    }

    /// <summary>A part was not asked for. Asked for a picture, a web page is no answer: something on the way spoke in the server's place.</summary>
    private void CheckHead(Response response)
    {
        if (response.Status == 206)
        {
            throw new LuccaException(LuccaErrorKind.BadReply, "The server sent only a part of the file.") { Status = response.Status };
        }

        if (_request.Accept == MediaTypes.AnyImage && (response.MediaType is "text/html" || MediaTypes.IsJson(response.MediaType)))
        {
            throw new LuccaException(LuccaErrorKind.BadReply, $"The server sent {response.MediaType} instead of a picture.") { Status = response.Status };
        }
    }
}

/// <summary>What the head of a response says about the bytes that follow.</summary>
/// <param name="FileName">The file name that the server proposes, unsafe as it may be; null when it proposes none.</param>
/// <param name="MediaType">The media type; null when the server does not say.</param>
/// <param name="Length">The length in bytes; null when unknown.</param>
/// <param name="ETag">The entity tag verbatim; null when there is none.</param>
public sealed record DownloadResult(string? FileName, string? MediaType, long? Length, string? ETag)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>The headers by name, without those that could hold a secret.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Whether the server answered that the caller's copy is still good (304), so that no bytes followed.</summary>
    public bool IsNotModified => Status == 304;
}
