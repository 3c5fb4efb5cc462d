namespace Lucca.Client.Tests.Faults;

/// <summary>A clock that stands still until somebody waits: it then jumps to the end of the wait, and notes how long it was.</summary>
internal sealed class JumpClock : TimeProvider
{
    private readonly List<TimeSpan> _delays = [];
    private readonly object _lock = new();
    private DateTimeOffset _now = new(2024, 11, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The waits so far, in their order.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_lock)
            {
                return [.. _delays];
            }
        }
    }

    /// <summary>What else happens at the end of each wait, before whoever waited goes on; null for nothing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>How far the clock on the wall was set by hand; measured times do not change by it.</summary>
    public TimeSpan WallOffset { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now + WallOffset;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.Ticks;
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _delays.Add(dueTime);
            var timer = new Timer();
            _ = FireAsync(timer, _now + dueTime, () => callback(state));
            return timer;
        }
    }

    private async Task FireAsync(Timer timer, DateTimeOffset due, Action callback)
    {
        await Task.Yield();
        if (timer.IsDisposed)
        {
            return;
        }

        lock (_lock)
        {
            _now = due > _now ? due : _now;
        }

        await (Meanwhile?.Invoke() ?? Task.CompletedTask);
        callback();
    }

    private sealed class Timer : ITimer
    {
        private volatile bool _isDisposed;

        public bool IsDisposed => _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
