namespace Lucca.Http;

/// <summary>Gives up on a connection or a reply's head that does not come. A body that is still being sent counts as a sign of life.</summary>
internal sealed class TimeoutHandler(TimeSpan timeout, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = RequestContext.Of(request);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout);
        context.KeepAlive = () => patience.CancelAfter(timeout);
        try
        {
            return await base.SendAsync(request, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            throw context.IsConnecting
                ? new LuccaException(LuccaErrorKind.Timeout, $"{request.RequestUri!.Authority} accepted no connection within {timeout.TotalSeconds:0.#} s.", canceled) { NeverSent = true, IsTransient = true }
                : new LuccaException(LuccaErrorKind.Timeout, $"{request.RequestUri!.Authority} did not begin to answer within {timeout.TotalSeconds:0.#} s.", canceled) { IsTransient = true };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw NetworkFailure.Explain(failure, request.RequestUri!);
        }
        finally
        {
            context.KeepAlive = null;
        }
    }
}
