using System.Net;

namespace Lucca.Http;

/// <summary>Sends a request when the rate limit allows it.</summary>
/// <param name="limiter">The rate limit of the host.</param>
/// <param name="limit">Requests in any 60 s; 0 for no limit.</param>
/// <param name="budget">The longest Retry-After that blocks other calls: no call waits longer.</param>
/// <param name="time">The clock.</param>
/// <param name="inner">The next handler.</param>
internal sealed class RateLimitHandler(RateLimiter limiter, int limit, TimeSpan budget, TimeProvider time, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (limit == 0)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var context = RequestContext.Of(request);
        await WaitAsync(context, cancellationToken).ConfigureAwait(false);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests
                && RetryAfter.Read(response.Headers, time.GetUtcNow()) is { } delay
                && delay <= budget)
            {
                limiter.Block(delay);
            }

            return response;
        }
        finally
        {
            limiter.Release();
        }
    }

    private async Task WaitAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            await limiter.AcquireAsync(
                limit,
                delay =>
                {
                    // Each request of another caller that ends wakes this one; one line is enough.
                    if (context.Notes.Wait is null)
                    {
                        context.Notes.Add($"Waiting up to {delay.TotalSeconds:0.0} s: the limit is {limit} requests in 60 s.");
                    }

                    context.Notes.Wait = new Wait($"the rate limit ({limit} requests in 60 s)", delay);
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            context.WaitedForRateLimit = time.GetElapsedTime(start);
            context.Notes.Wait = null;
        }
    }
}
