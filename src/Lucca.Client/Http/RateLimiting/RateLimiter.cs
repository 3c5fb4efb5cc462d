using System.Collections.Concurrent;

namespace Lucca.Http;

/// <summary>
/// Keeps the requests of this process to one host within the rate limit of any 60 seconds.
/// A request holds a permit until 60 s after its response arrived, so that the server never counts more requests, whether it counts
/// them early or late. Permits are given first come, first served, whatever the limits of the sessions that wait. Time is measured by
/// a monotonic clock: setting the wall clock back delays nothing.
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
    public static RateLimiter Of(Uri uri, TimeProvider time) =>
        Hosts.GetOrAdd((uri.Authority, time), static key => new RateLimiter(key.Time));

    /// <summary>The permits in use now.</summary>
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

    /// <summary>Waits for a permit.</summary>
    /// <param name="limit">The permits in a window.</param>
    /// <param name="waiting">Called before each wait with its length.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task AcquireAsync(int limit, Action<TimeSpan> waiting, CancellationToken cancellationToken)
    {
        var waiter = new LinkedListNode<TaskCompletionSource>(new());
        lock (_lock)
        {
            _queue.AddLast(waiter);
        }

        try
        {
            while (!TryAcquire(waiter, limit, out var delay, out var isFirst))
            {
                waiting(delay);

                // The head of the queue waits for a permit; the others wait for the head.
                await WaitAsync(waiter.Value.Task, isFirst ? delay : Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            lock (_lock)
            {
                _queue.Remove(waiter);
                WakeFirst();
            }
        }
    }

    /// <summary>Returns a permit: the response has arrived, or the request failed.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _underWay--;
            _ended.Enqueue(time.GetTimestamp());
            WakeFirst();
        }
    }

    /// <summary>Gives no permit for a while, after a 429: others have used up the limit.</summary>
    public void Block(TimeSpan duration)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _block = duration > BlockedFor(now) ? (now, duration) : _block;
        }
    }

    private bool TryAcquire(LinkedListNode<TaskCompletionSource> waiter, int limit, out TimeSpan delay, out bool isFirst)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            ForgetOld(now);
            isFirst = _queue.First == waiter;
            waiter.Value = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            delay = BlockedFor(now);
            if (isFirst && delay <= TimeSpan.Zero && _underWay + _ended.Count < limit)
            {
                _underWay++;
                return true;
            }

            // The oldest response frees the next permit. Without one, a request in progress has to end first.
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
