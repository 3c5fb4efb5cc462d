namespace Lucca.Http;

/// <summary>Makes as many attempts as a call needs and may have, each with a new message.</summary>
internal sealed class RetryHandler(RetryPolicy policy, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = RequestContext.Of(request);
        while (true)
        {
            var failure = await AttemptAsync(context, cancellationToken).ConfigureAwait(false);
            if (failure.Reply is { } reply)
            {
                return reply;
            }

            if (!await policy.ContinueAsync(context, failure.Error!, cancellationToken).ConfigureAwait(false))
            {
                throw failure.Error!;
            }
        }
    }

    private async Task<(HttpResponseMessage? Reply, LuccaException? Error)> AttemptAsync(RequestContext context, CancellationToken cancellationToken)
    {
        context.Attempts++;
        HttpResponseMessage? reply = null;
        try
        {
            using var message = context.CreateMessage();
            reply = await base.SendAsync(message, cancellationToken).ConfigureAwait(false);
            var error = await ReplyError.FromAsync(reply, context, policy.Time, cancellationToken).ConfigureAwait(false);
            if (error is not null)
            {
                return (null, error);
            }

            var good = reply;
            reply = null;
            return (good, null);
        }
        catch (LuccaException failure)
        {
            return (null, failure);
        }
        finally
        {
            // A reply that is not passed on gives its connection back, before any wait.
            reply?.Dispose();
        }
    }
}
