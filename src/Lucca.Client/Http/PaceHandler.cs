using System.Net;

namespace Lucca.Http;

/// <summary>Lets a request leave when the rate limit, in requests in any 60 s and 0 for none, allows it.</summary>
internal sealed class PaceHandler(Pace pace, int limit, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
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
            var reply = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (reply.StatusCode == HttpStatusCode.TooManyRequests && RetryAfter.Read(reply.Headers, time.GetUtcNow()) is { } delay)
            {
                pace.Block(delay);
            }

            return reply;
        }
        finally
        {
            pace.Leave();
        }
    }

    private async Task WaitAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            await pace.EnterAsync(
                limit,
                delay =>
                {
                    context.Notes.Add($"Waiting up to {delay.TotalSeconds:0.0} s: the limit is {limit} requests in 60 s.");
                    context.Notes.Wait = new Wait($"the rate limit ({limit} requests in 60 s)", delay);
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            context.Paced = time.GetElapsedTime(start);
            context.Notes.Wait = null;
        }
    }
}
