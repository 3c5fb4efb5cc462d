using System.Collections.Concurrent;

namespace Lucca.Http;

/// <summary>
/// Keeps the requests to one host within the rate limit: at most so many in any 60 seconds, whoever in this process makes them.
/// A place is taken when a request leaves and given back 60 s after its reply arrived, so that the server, wherever in between it
/// counts, never sees more. Time is measured, not read from the wall: a clock that is set back must not hold anybody up.
/// </summary>
internal sealed class Pace(TimeProvider time)
{
    /// <summary>The window of the limit (lucca-api, "Limits").</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private static readonly ConcurrentDictionary<(string Host, TimeProvider Time), Pace> Hosts = [];

    private readonly object _lock = new();
    private readonly Queue<long> _ended = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (long Since, TimeSpan Duration) _block;
    private int _underWay;

    /// <summary>The pace of a host, the same for all sessions and runspaces of the process.</summary>
    public static Pace Of(Uri uri, TimeProvider time) => Hosts.GetOrAdd((uri.Authority, time), static key => new Pace(key.Time));

    /// <summary>How many of the places are taken now.</summary>
    public int Taken
    {
        get
        {
            lock (_lock)
            {
                ForgetOld(time.GetTimestamp());
                return _underWay + _ended.Count;
            }
        }
    }

    /// <summary>Waits until a request may leave.</summary>
    /// <param name="limit">The places in a window.</param>
    /// <param name="waiting">Called before each wait with its length.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EnterAsync(int limit, Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        while (TryEnter(limit, out var delay, out var changed) is false)
        {
            waiting(delay);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var timer = Task.Delay(delay, time, either.Token);
            await Task.WhenAny(timer, changed).ConfigureAwait(false);
            await either.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Says that the reply to a request that entered has arrived, or never will.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _underWay--;
            _ended.Enqueue(time.GetTimestamp());
            Announce();
        }
    }

    /// <summary>Learns from a 429 that others have used up the limit: nobody leaves before the server's time is up.</summary>
    public void Block(TimeSpan duration)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _block = duration > BlockedFor(now) ? (now, duration) : _block;
        }
    }

    private bool TryEnter(int limit, out TimeSpan delay, out Task changed)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            ForgetOld(now);
            changed = _changed.Task;
            delay = BlockedFor(now);
            if (delay > TimeSpan.Zero)
            {
                return false;
            }

            if (_underWay + _ended.Count < limit)
            {
                _underWay++;
                return true;
            }

            // The place that frees first is that of the oldest reply; with none, some request under way has to end first.
            delay = Window - (_ended.TryPeek(out var oldest) ? time.GetElapsedTime(oldest, now) : TimeSpan.Zero);
            return false;
        }
    }

    private TimeSpan BlockedFor(long now) => _block.Duration - time.GetElapsedTime(_block.Since, now);

    private void ForgetOld(long now)
    {
        while (_ended.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window)
        {
            _ended.Dequeue();
        }
    }

    private void Announce()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
