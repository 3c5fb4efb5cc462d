namespace Lucca.Http;

/// <summary>Limits the wait for a connection and for the head of a response. Each part sent of a body restarts the limit.</summary>
internal sealed class TimeoutHandler(TimeSpan timeout, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = RequestContext.Of(request);
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeLimit.CancelAfter(timeout);
        context.KeepAlive = () => timeLimit.CancelAfter(timeout);

        // The wait for a response begins with the first byte sent.
        var start = new RequestStart(context.Request.IsRepeatable, () => context.KeepAlive?.Invoke());
        RequestStart.Current = start;
        try
        {
            return await base.SendAsync(request, timeLimit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            throw Explain(context, request, start.HasStarted, canceled);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // A cancelled connection may fail in other ways; to the caller it is cancelled.
            cancellationToken.ThrowIfCancellationRequested();
            throw NetworkFailure.Explain(failure, request.RequestUri!, start.HasStarted);
        }
        finally
        {
            context.KeepAlive = null;
            RequestStart.Current = null;
        }
    }

    private LuccaException Explain(RequestContext context, HttpRequestMessage request, bool hasStarted, OperationCanceledException canceled)
    {
        var (host, limit) = (request.RequestUri!.Authority, $"{timeout.TotalSeconds:0.#} s");

        // The connect timeout of the network stack, TLS handshake included, shows in the cause.
        if (!hasStarted || canceled.InnerException is TimeoutException)
        {
            return Timeout($"{host} accepted no connection within {limit}.", neverSent: !hasStarted);
        }

        var isSending = request.Content is not null && context.Notes.Transfer is { Bytes: > 0 } upload && upload.Bytes < upload.Length;
        return Timeout(isSending
            ? $"{host} stopped accepting data: nothing was sent for {limit}."
            : $"{host} did not begin to answer within {limit}.");

        LuccaException Timeout(string message, bool neverSent = false) =>
            new(LuccaErrorKind.Timeout, message, canceled) { NeverSent = neverSent, IsTransient = true };
    }
}
