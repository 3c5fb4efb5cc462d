namespace Lucca.Client.Tests.Exports;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by)
    {
        _elapsed += by;
        foreach (var alarm in _alarms.Where(alarm => alarm.At <= _elapsed).ToArray())
        {
            alarm.Dispose();
            alarm.Ring();
        }
    }

    /// <summary>A timer that rings once, when the clock is moved past its time.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(_alarms, _elapsed + dueTime, () => callback(state));
        _alarms.Add(alarm);
        return alarm;
    }

    public override long GetTimestamp() => _elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _elapsed;

    private sealed record Alarm(List<Alarm> Alarms, TimeSpan At, Action Ring) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => Alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
