namespace Lucca.Http;

/// <summary>Estimates how long a series of requests takes: by the rate limit, or by its speed so far if that is slower.</summary>
/// <param name="limit">The requests in any 60 s; 0 for no limit.</param>
/// <param name="time">The clock.</param>
public sealed class Forecast(int limit, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>How much longer the series takes.</summary>
    /// <param name="done">The requests made since this object was created.</param>
    /// <param name="remaining">The requests still to make.</param>
    /// <param name="taken">The permits in use now.</param>
    /// <returns>The time; null when nothing is known yet.</returns>
    public TimeSpan? Remaining(long done, long remaining, int taken)
    {
        if (remaining <= 0)
        {
            return TimeSpan.Zero;
        }

        var observed = done > 0 ? time.GetElapsedTime(_start) / done * remaining : (TimeSpan?)null;
        var allowed = Allowed(remaining, taken);
        return observed > allowed || allowed is null ? observed : allowed;
    }

    /// <summary>Free permits cost no time; the rest get a full limit in each window.</summary>
    private TimeSpan? Allowed(long remaining, int taken) =>
        limit == 0 ? null : RateLimiter.Window * (Math.Max(0, remaining - Math.Max(0, limit - taken)) / (double)limit);
}
