namespace Lucca.Http;

/// <summary>
/// A response's body. Each read has its own time limit: a long transfer goes on, a silent one ends. Exceptions of the network become
/// failures that explain what happened.
/// </summary>
internal sealed class ResponseStream : BodyStream
{
    private readonly Stream _body;
    private readonly TimeSpan _timeout;
    private readonly BodyTrace? _trace;
    private readonly Uri _uri;

    public ResponseStream(HttpResponseMessage response, RequestContext context)
    {
        // This does not block: the bytes come with the reads.
        _body = response.Content.ReadAsStream();
        _timeout = context.Timeout;
        _uri = response.RequestMessage!.RequestUri!;
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var isTraced = context.Notes.Debug && !context.Request.HoldsSecrets && MediaTypes.IsText(mediaType);
        _trace = isTraced ? new BodyTrace(context.Notes) : null;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var reading = _body.ReadAsync(buffer, timeLimit.Token);
            if (!reading.IsCompleted)
            {
                timeLimit.CancelAfter(_timeout);
            }

            var count = await reading.ConfigureAwait(false);
            _trace?.Passed(buffer.Span[..count]);
            return count;
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            var message = $"{_uri.Authority} stopped sending: nothing arrived for {_timeout.TotalSeconds:0.#} s.";
            throw new LuccaException(LuccaErrorKind.Timeout, message, canceled) { IsTransient = true };
        }
        catch (Exception broken) when (broken is not OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            // A cancelled connection may fail in other ways; to the caller it is cancelled.
            throw new OperationCanceledException(broken.Message, broken, cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            throw new LuccaException(
                LuccaErrorKind.BadReply,
                $"The response of {_uri.Authority} cannot be decompressed: {broken.Message}",
                broken);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            var message = $"The connection to {_uri.Authority} was lost before the response was complete.";
            throw new LuccaException(LuccaErrorKind.Incomplete, message, broken) { IsTransient = true };
        }
    }

    protected override void Dispose(bool disposing)
    {
        _trace?.Done();
        _body.Dispose();
        base.Dispose(disposing);
    }
}
