using System.Collections.Concurrent;

namespace Lucca.Http;

/// <summary>
/// Keeps the requests to one host within the rate limit: at most so many in any 60 seconds, whoever in this process makes them.
/// A place is taken when a request leaves and given back 60 s after its response arrived, so that the server, wherever in between it
/// counts, never sees more. Who comes first leaves first, whatever the limit of those behind: nobody waits for ever. Time is measured,
/// not read from the wall: a clock that is set back must not hold anybody up.
/// </summary>
internal sealed class RateLimiter(TimeProvider time)
{
    /// <summary>The window of the limit (docs/api.md#limits).</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private static readonly ConcurrentDictionary<(string Host, TimeProvider Time), RateLimiter> Hosts = [];

    private readonly object _lock = new();
    private readonly Queue<long> _ended = [];
    private readonly LinkedList<TaskCompletionSource> _queue = [];
    private (long Since, TimeSpan Duration) _block;
    private int _underWay;

    /// <summary>The rate limit of a host, the same for all sessions and runspaces of the process.</summary>
    public static RateLimiter Of(Uri uri, TimeProvider time) => Hosts.GetOrAdd((uri.Authority, time), static key => new RateLimiter(key.Time));

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
        var place = new LinkedListNode<TaskCompletionSource>(new());
        lock (_lock)
        {
            _queue.AddLast(place);
        }

        try
        {
            while (!TryEnter(place, limit, out var delay, out var isFirst))
            {
                waiting(delay);

                // Whoever is first waits for the time; the others wait to be first.
                await WaitAsync(place.Value.Task, isFirst ? delay : Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            lock (_lock)
            {
                _queue.Remove(place);
                WakeFirst();
            }
        }
    }

    /// <summary>Says that the response to a request that entered has arrived, or never will.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _underWay--;
            _ended.Enqueue(time.GetTimestamp());
            WakeFirst();
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

    private bool TryEnter(LinkedListNode<TaskCompletionSource> place, int limit, out TimeSpan delay, out bool isFirst)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            ForgetOld(now);
            isFirst = _queue.First == place;
            place.Value = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            delay = BlockedFor(now);
            if (isFirst && delay <= TimeSpan.Zero && _underWay + _ended.Count < limit)
            {
                _underWay++;
                return true;
            }

            // The place that frees first is that of the oldest response; with none, some request under way has to end first.
            var untilFree = Window - (_ended.TryPeek(out var oldest) ? time.GetElapsedTime(oldest, now) : TimeSpan.Zero);
            delay = delay > TimeSpan.Zero ? delay : untilFree;
            return false;
        }
    }

    private async Task WaitAsync(Task signal, TimeSpan delay, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = delay == Timeout.InfiniteTimeSpan ? Task.Delay(delay, either.Token) : Task.Delay(delay, time, either.Token);
        await Task.WhenAny(timer, signal).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private TimeSpan BlockedFor(long now) => _block.Duration - time.GetElapsedTime(_block.Since, now);

    private void ForgetOld(long now)
    {
        while (_ended.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window)
        {
            _ended.Dequeue();
        }
    }

    private void WakeFirst() => _queue.First?.Value.TrySetResult();
}
