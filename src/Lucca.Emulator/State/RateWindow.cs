namespace Lucca.Emulator;

/// <summary>The rate limit: so many requests in any 60 seconds. A refused request does not count.</summary>
internal sealed class RateWindow(TenantOptions options)
{
    private static readonly TimeSpan Width = TimeSpan.FromSeconds(60);
    private readonly Queue<long> _times = new();

    /// <summary>Counts a request; when it is one too many, returns how long to wait until the oldest leaves the window.</summary>
    public TimeSpan? Enter()
    {
        var limit = options.RateLimit;
        if (limit <= 0)
        {
            return null;
        }

        lock (_times)
        {
            var clock = options.TimeProvider;
            while (_times.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Width)
            {
                _times.Dequeue();
            }

            if (_times.Count >= limit)
            {
                return Width - clock.GetElapsedTime(_times.Peek());
            }

            _times.Enqueue(clock.GetTimestamp());
            return null;
        }
    }
}
