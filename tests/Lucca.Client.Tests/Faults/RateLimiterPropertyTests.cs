using System.Collections.Concurrent;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Whenever between departure and response the server counts a request: it never counts more than the limit in any 60 s.</summary>
public sealed class RateLimiterPropertyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_server_never_counts_more_than_the_limit_in_any_window()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        for (var round = 0; round < 40; round++)
        {
            var random = new Random(seed + round);
            var (limit, callers) = (random.Next(1, 60), random.Next(1, 9));
            var counted = await RunAsync(random, limit, callers, calls: 200 / callers);
            for (var i = limit; i < counted.Length; i++)
            {
                var window = TimeSpan.FromTicks(counted[i] - counted[i - limit]);
                Assert.True(
                    window >= TimeSpan.FromSeconds(60),
                    $"{limit + 1} requests in {window.TotalSeconds} s with a limit of {limit} and {callers} callers; "
                    + $"seed {seed}, round {round}");
            }
        }
    }

    private static async Task<long[]> RunAsync(Random random, int limit, int callers, int calls)
    {
        var clock = new JumpClock();
        var limiter = new RateLimiter(clock);
        var counted = new ConcurrentBag<long>();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            var own = new Random(random.Next());
            await Task.Yield();
            for (var call = 0; call < calls; call++)
            {
                await limiter.AcquireAsync(limit, static _ => { }, default);
                clock.Advance(TimeSpan.FromMilliseconds(own.Next(0, 2000)));
                counted.Add(clock.GetTimestamp());
                clock.Advance(TimeSpan.FromMilliseconds(own.Next(0, 2000)));
                limiter.Release();
            }
        }));
        return [.. counted.Order()];
    }
}
