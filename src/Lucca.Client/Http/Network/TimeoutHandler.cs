namespace Lucca.Http;

/// <summary>Gives up on a connection or a response's head that does not come. A body that is still being sent counts as a sign of life.</summary>
internal sealed class TimeoutHandler(TimeSpan timeout, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = RequestContext.Of(request);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout);
        context.KeepAlive = () => patience.CancelAfter(timeout);

        // The wait for an answer begins when the request leaves.
        var departure = new Departure(context.Request.IsRepeatable, () => context.KeepAlive?.Invoke());
        Departure.Current = departure;
        try
        {
            return await base.SendAsync(request, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            throw Explain(context, request, departure.HasLeft, canceled);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // Ending a connection may end it in disorder; the caller wanted the end.
            cancellationToken.ThrowIfCancellationRequested();
            throw NetworkFailure.Explain(failure, request.RequestUri!, departure.HasLeft);
        }
        finally
        {
            context.KeepAlive = null;
            Departure.Current = null;
        }
    }

    private LuccaException Explain(RequestContext context, HttpRequestMessage request, bool hasLeft, OperationCanceledException canceled)
    {
        var (host, limit) = (request.RequestUri!.Authority, $"{timeout.TotalSeconds:0.#} s");

        // The network stack has a time limit for connections too, the secure handshake included, and tells by the cause.
        if (!hasLeft || canceled.InnerException is TimeoutException)
        {
            return new LuccaException(LuccaErrorKind.Timeout, $"{host} accepted no connection within {limit}.", canceled) { NeverSent = !hasLeft, IsTransient = true };
        }

        var isSending = request.Content is not null && context.Notes.Transfer is { Bytes: > 0 } upload && upload.Bytes < upload.Length;
        return new LuccaException(LuccaErrorKind.Timeout, isSending ? $"{host} stopped accepting data: nothing was sent for {limit}." : $"{host} did not begin to answer within {limit}.", canceled) { IsTransient = true };
    }
}
