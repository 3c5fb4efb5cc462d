namespace Lucca.Http;

/// <summary>
/// A response's body. Each read has a time limit of its own, so that a long transfer is not cut but a silent one is, and what the
/// network throws comes out as a failure that says what happened.
/// </summary>
internal sealed class ResponseStream : BodyStream
{
    private readonly Stream _body;
    private readonly TimeSpan _timeout;
    private readonly BodyTrace? _trace;
    private readonly Uri _uri;

    public ResponseStream(HttpResponseMessage response, RequestContext context)
    {
        // Opening waits for nothing: the bytes come with the reads.
        _body = response.Content.ReadAsStream();
        _timeout = context.Timeout;
        _uri = response.RequestMessage!.RequestUri!;
        var isTraced = context.Notes.Debug && !context.Request.HoldsSecrets && MediaTypes.IsText(response.Content.Headers.ContentType?.MediaType);
        _trace = isTraced ? new BodyTrace(context.Notes) : null;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var reading = _body.ReadAsync(buffer, patience.Token);
            if (!reading.IsCompleted)
            {
                patience.CancelAfter(_timeout);
            }

            var count = await reading.ConfigureAwait(false);
            _trace?.Passed(buffer.Span[..count]);
            return count;
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LuccaException(LuccaErrorKind.Timeout, $"{_uri.Authority} stopped sending: nothing arrived for {_timeout.TotalSeconds:0.#} s.", canceled) { IsTransient = true };
        }
        catch (Exception broken) when (broken is not OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            // Ending a connection may end it in disorder; the caller wanted the end.
            throw new OperationCanceledException(broken.Message, broken, cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            throw new LuccaException(LuccaErrorKind.BadReply, $"The response of {_uri.Authority} cannot be decompressed: {broken.Message}", broken);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            throw new LuccaException(LuccaErrorKind.Incomplete, $"The connection to {_uri.Authority} was lost before the response was complete.", broken) { IsTransient = true };
        }
    }

    protected override void Dispose(bool disposing)
    {
        _trace?.Done();
        _body.Dispose();
        base.Dispose(disposing);
    }
}
