using System.Collections.Concurrent;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Who waits for a place gets one in the order of coming, and who gives up holds up nobody.</summary>
public sealed class RateLimiterQueueTests
{
    [Fact]
    public async Task First_come_first_served()
    {
        var limiter = new RateLimiter(TimeProvider.System);
        await limiter.AcquireAsync(1, static _ => { }, default);
        var order = new ConcurrentQueue<int>();
        var waiting = Enumerable.Range(0, 20).Select(async caller =>
        {
            // Another limit is no way past those who came before.
            await limiter.AcquireAsync(caller % 2 == 0 ? 1000 : 500, static _ => { }, default);
            order.Enqueue(caller);
        }).ToList();
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public async Task A_low_limit_is_not_passed_by_for_ever()
    {
        var clock = new JumpClock();
        var limiter = new RateLimiter(clock);
        await limiter.AcquireAsync(1, static _ => { }, default);
        var low = limiter.AcquireAsync(1, static _ => { }, default);
        var high = limiter.AcquireAsync(50, static _ => { }, default);
        limiter.Release();
        await low.WaitAsync(TimeSpan.FromSeconds(60));
        await high.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, limiter.Taken);
    }

    [Theory]
    [InlineData(50, 5, 50)]
    [InlineData(5, 50, 50)]
    [InlineData(50, 50, 50)]
    public async Task The_longer_of_two_blocks_holds(int first, int second, int expected)
    {
        var clock = new JumpClock();
        var limiter = new RateLimiter(clock);
        limiter.Block(TimeSpan.FromSeconds(first));
        limiter.Block(TimeSpan.FromSeconds(second));
        await limiter.AcquireAsync(50, static _ => { }, default).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal([TimeSpan.FromSeconds(expected)], clock.Delays);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_queue()
    {
        var limiter = new RateLimiter(TimeProvider.System);
        await limiter.AcquireAsync(1, static _ => { }, default);
        using var cancel = new CancellationTokenSource();
        var gone = Enumerable.Range(0, 3).Select(_ => limiter.AcquireAsync(1, static _ => { }, cancel.Token)).ToList();
        var patient = limiter.AcquireAsync(2, static _ => { }, default);
        Assert.False(patient.IsCompleted);
        await cancel.CancelAsync();
        foreach (var one in gone)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }

        await patient.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, limiter.Taken);
    }
}
