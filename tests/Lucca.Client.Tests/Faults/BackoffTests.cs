using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(6, 16)]
    [InlineData(7, 20)]
    [InlineData(100, 20)]
    [InlineData(int.MaxValue, 20)]
    public void Waits_double_up_to_a_cap_and_jitter_spreads_them_from_nothing(int failures, double ceiling)
    {
        Assert.Equal(TimeSpan.Zero, Backoff.Delay(failures, null, 0));
        Assert.Equal(ceiling / 2, Backoff.Delay(failures, null, 0.5).TotalSeconds, 0.001);
        Assert.Equal(ceiling, Backoff.Delay(failures, null, 0.9999999).TotalSeconds, 0.001);
    }

    [Fact]
    public void What_the_server_asks_for_is_the_least()
    {
        Assert.Equal(120, Backoff.Delay(1, TimeSpan.FromSeconds(120), 0.5).TotalSeconds);
        Assert.Equal(0.25, Backoff.Delay(1, TimeSpan.Zero, 0.5).TotalSeconds);
        Assert.Equal(10, Backoff.Delay(20, TimeSpan.FromSeconds(1), 0.5).TotalSeconds);
    }
}
