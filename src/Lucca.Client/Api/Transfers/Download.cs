using Lucca.Http;

namespace Lucca.Api;

/// <summary>Copies a response's body to a stream, in constant memory; starts again when the connection is lost.</summary>
internal sealed class Download(Transport transport, CallNotes notes, LuccaRequest request, string what)
{
    private readonly Transfer _transfer = new(what);

    /// <summary>Most files are compressed already, and an uncompressed body has a length to check.</summary>
    private readonly LuccaRequest _request = request with { Headers = [new("Accept-Encoding", "identity"), .. request.Headers] };

    /// <summary>Runs the download.</summary>
    /// <param name="open">
    /// Opens the target, once, when the head of the response has arrived. The stream must be able to seek; the caller disposes it.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The head of the response.</returns>
    /// <exception cref="LuccaException">The call failed, or the body does not have the stated length.</exception>
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
                    var head = new DownloadResult(response.FileName, response.MediaType, response.Length, response.ETag)
                    {
                        Status = response.Status,
                        Headers = response.Headers,
                    };
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

        // The network stack checks the length for HTTP/1.1; other handlers may not.
        if (response.Length is { } length && length != _transfer.Bytes)
        {
            var message = $"Only {_transfer.Bytes} of {length} bytes arrived.";
            throw new LuccaException(LuccaErrorKind.Incomplete, message) { IsTransient = true };
        }

        if (!response.HasVerifiedEnd)
        {
            notes.Warn($"The server did not state the length of {what}. The download may be incomplete.");
        }
    }

    /// <summary>Refuses a partial response, and a web page or JSON in place of a picture.</summary>
    private void CheckHead(Response response)
    {
        if (response.Status == 206)
        {
            throw Unexpected("The server sent only a part of the file.");
        }

        if (_request.Accept == MediaTypes.AnyImage && (response.MediaType is "text/html" || MediaTypes.IsJson(response.MediaType)))
        {
            throw Unexpected($"The server sent {response.MediaType} instead of a picture.");
        }

        LuccaException Unexpected(string message) => new(LuccaErrorKind.BadReply, message) { Status = response.Status };
    }
}

/// <summary>The head of a download's response.</summary>
/// <param name="FileName">The file name that the server proposes, which may be unsafe; null for none.</param>
/// <param name="MediaType">The media type; null when the server does not say.</param>
/// <param name="Length">The length in bytes; null when unknown.</param>
/// <param name="ETag">The entity tag verbatim; null when there is none.</param>
public sealed record DownloadResult(string? FileName, string? MediaType, long? Length, string? ETag)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>The headers by name, without those that could hold a secret.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Whether the caller's copy is current (304), so that no bytes followed.</summary>
    public bool IsNotModified => Status == 304;
}
