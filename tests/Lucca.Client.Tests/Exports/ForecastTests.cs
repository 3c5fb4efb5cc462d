using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Exports;

public sealed class ForecastTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void At_the_start_the_limit_says_how_long_it_takes()
    {
        var forecast = new Forecast(limit: 50, _time);

        Assert.Equal(TimeSpan.FromMinutes(23), forecast.Remaining(done: 0, remaining: 1200, taken: 0));
        Assert.Equal(TimeSpan.FromMinutes(24), forecast.Remaining(done: 0, remaining: 1200, taken: 50));
        Assert.Equal(TimeSpan.Zero, forecast.Remaining(done: 0, remaining: 50, taken: 0));
    }

    [Fact]
    public void A_burst_within_the_limit_does_not_deceive()
    {
        var forecast = new Forecast(limit: 50, _time);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromMinutes(23), forecast.Remaining(done: 50, remaining: 1150, taken: 50));
    }

    [Fact]
    public void A_run_slower_than_the_limit_is_believed()
    {
        var forecast = new Forecast(limit: 50, _time);
        _time.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(TimeSpan.FromMinutes(40), forecast.Remaining(done: 100, remaining: 1000, taken: 50));
    }

    [Fact]
    public void Without_a_limit_the_run_itself_tells()
    {
        var forecast = new Forecast(limit: 0, _time);
        Assert.Null(forecast.Remaining(done: 0, remaining: 10, taken: 0));
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(10), forecast.Remaining(done: 20, remaining: 10, taken: 0));
        Assert.Equal(TimeSpan.Zero, forecast.Remaining(done: 30, remaining: 0, taken: 0));
    }
}
