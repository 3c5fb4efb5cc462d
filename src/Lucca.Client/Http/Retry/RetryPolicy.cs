namespace Lucca.Http;

/// <summary>Decides whether a call is attempted again, and waits before that.</summary>
/// <param name="maxRetries">The most retries. Refusals by the rate limit do not count: the budget limits them.</param>
/// <param name="budget">The most that one call waits between its attempts, in all.</param>
/// <param name="time">The clock.</param>
internal sealed class RetryPolicy(int maxRetries, TimeSpan budget, TimeProvider time)
{
    public TimeProvider Time { get; } = time;

    /// <summary>Waits before another attempt; adds the attempts and waits to the failure when there is none.</summary>
    /// <returns>Whether to make another attempt.</returns>
    public async Task<bool> ContinueAsync(RequestContext context, LuccaException failure, CancellationToken cancellationToken)
    {
        if (failure.Status == 401 && RetryRules.Allow(context, failure))
        {
            context.TokenRenewed = true;
            return true;
        }

        if (NextDelay(context, failure) is not { } delay)
        {
            // A failed token request has counted its own attempts; the call itself was not sent.
            failure.Attempts += failure.Attempts > 0 ? context.Attempts - 1 : context.Attempts;
            failure.Waited += context.Waited;
            return false;
        }

        context.Waited += delay;
        context.Notes.Add($"{failure.Message} Attempt {context.Attempts + 1} follows in {delay.TotalSeconds:0.0} s.");
        context.Notes.Wait = new Wait(failure.Kind == LuccaErrorKind.RateLimited ? "the rate limit" : "the next attempt", delay);
        try
        {
            await Task.Delay(delay, Time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            context.Notes.Wait = null;
        }

        return true;
    }

    private TimeSpan? NextDelay(RequestContext context, LuccaException failure)
    {
        if (!RetryRules.Allow(context, failure) || (failure.Status != 429 && context.Failures >= maxRetries) || maxRetries == 0)
        {
            return null;
        }

        context.Failures += failure.Status == 429 ? 0 : 1;
        var delay = Backoff.Delay(Math.Max(context.Attempts, 1), failure.RetryAfter, Random.Shared.NextDouble());
        return context.Waited + delay <= budget ? delay : null;
    }
}

/// <summary>The wait before another attempt: exponential with full jitter.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(20);

    /// <summary>How long to wait.</summary>
    /// <param name="failures">The failures so far, at least 1.</param>
    /// <param name="retryAfter">The wait that the server asks for; null for none.</param>
    /// <param name="jitter">A random number, at least 0 and less than 1.</param>
    public static TimeSpan Delay(int failures, TimeSpan? retryAfter, double jitter)
    {
        // A larger exponent would overflow; the cap applies from the sixth doubling on.
        var ceiling = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 16)), Cap.TotalSeconds);
        var ours = TimeSpan.FromSeconds(ceiling * jitter);
        return retryAfter > ours ? retryAfter.Value : ours;
    }
}
