namespace Lucca.Emulator.Requests;

/// <summary>The rate limit: so many requests in any 60 seconds. A refused request does not count.</summary>
internal sealed class RateWindow(TenantOptions options)
{
    private static readonly TimeSpan Width = TimeSpan.FromSeconds(60);
    private readonly Queue<long> times = new();

    /// <summary>Counts a request; when it is one too many, returns how long to wait until the oldest leaves the window.</summary>
    public TimeSpan? Enter()
    {
        var limit = options.RateLimit;
        if (limit <= 0)
        {
            return null;
        }

        lock (times)
        {
            var clock = options.TimeProvider;
            while (times.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Width)
            {
                times.Dequeue();
            }

            if (times.Count >= limit)
            {
                return Width - clock.GetElapsedTime(times.Peek());
            }

            times.Enqueue(clock.GetTimestamp());
            return null;
        }
    }
}
