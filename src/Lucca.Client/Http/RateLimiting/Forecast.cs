namespace Lucca.Http;

/// <summary>When a run of requests will end: no earlier than the rate limit allows, and no faster than the run has gone so far.</summary>
/// <param name="limit">The requests that may leave in any window of the limit; 0 for no limit.</param>
/// <param name="time">The clock.</param>
public sealed class Forecast(int limit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>How much longer the run takes.</summary>
    /// <param name="done">The requests made since this forecast was.</param>
    /// <param name="left">The requests still to come.</param>
    /// <param name="taken">The places of the rate limit that are taken now.</param>
    /// <returns>The time left; null before anything is known.</returns>
    public TimeSpan? Remaining(long done, long left, int taken)
    {
        if (left <= 0)
        {
            return TimeSpan.Zero;
        }

        var observed = done > 0 ? time.GetElapsedTime(_start) / done * left : (TimeSpan?)null;
        var allowed = Allowed(left, taken);
        return observed > allowed || allowed is null ? observed : allowed;
    }

    /// <summary>What finds a free place leaves at once, the rest as places come free: a whole limit in each window.</summary>
    private TimeSpan? Allowed(long left, int taken) =>
        limit == 0 ? null : RateLimiter.Window * (Math.Max(0, left - Math.Max(0, limit - taken)) / (double)limit);
}
