using System.Globalization;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Retry-After is seconds or a date; the wait is all of it, and nonsense is no reason to fail.</summary>
public sealed class RetryAfterTests
{
    private readonly JumpClock _clock = new();

    public static TheoryData<string> Garbage =>
        ["soon", "NaN", "Infinity", "-Infinity", "-5", "1e3", "5/3", "0x10", "120, 60", "Fri, 99 Foo 2024 00:00:00 GMT", ""];

    [Theory]
    [InlineData("120", 120)]
    [InlineData("60", 60)]
    [InlineData(" 61 ", 61)]
    [InlineData("2.5", 2.5)]
    public async Task Seconds_are_waited_in_full(string text, double seconds)
    {
        Assert.Equal(seconds, (await WaitAfterAsync(429, text)).TotalSeconds);
        Assert.Equal(seconds, (await WaitAfterAsync(503, text)).TotalSeconds);
    }

    [Theory]
    [InlineData("r")]
    [InlineData("dddd, dd-MMM-yy HH:mm:ss 'GMT'")]
    [InlineData("ddd MMM d HH:mm:ss yyyy")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssK")]
    public async Task A_date_is_waited_for(string format)
    {
        var text = (_clock.GetUtcNow() + TimeSpan.FromSeconds(120)).ToString(format, CultureInfo.InvariantCulture);
        Assert.Equal(120, (await WaitAfterAsync(429, text)).TotalSeconds);
    }

    [Fact]
    public async Task A_date_that_has_passed_asks_for_nothing()
    {
        Assert.InRange((await WaitAfterAsync(503, "Fri, 01 Nov 2024 07:00:00 GMT")).TotalSeconds, 0, 0.5);
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Garbage_counts_as_nothing_said(string text)
    {
        Assert.InRange((await WaitAfterAsync(429, text)).TotalSeconds, 0, 0.5);
    }

    [Theory]
    [InlineData(429, "3600", LuccaErrorKind.RateLimited, 3600)]
    [InlineData(503, "301", LuccaErrorKind.Unavailable, 301)]
    [InlineData(429, "Fri, 01 Nov 2024 09:00:00 GMT", LuccaErrorKind.RateLimited, 3600)]
    [InlineData(429, "99999999999999999999", LuccaErrorKind.RateLimited, 31_536_000)]
    public async Task More_than_the_budget_is_not_waited_but_told(int status, string text, LuccaErrorKind kind, double seconds)
    {
        await using var test = await Calls.StartAsync(_clock, options => options with { RateLimit = 50 });
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = FaultKind.Status, Status = status, Headers = { ["Retry-After"] = text } });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((kind, 1, TimeSpan.Zero, seconds), (error.Kind, error.Attempts, error.Waited, error.RetryAfter!.Value.TotalSeconds));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"asks to wait {seconds} s"), error.Message, StringComparison.Ordinal);

        // Nor does it keep later calls from asking again.
        Assert.Equal("Finances", await test.DepartmentNameAsync());
        Assert.Empty(_clock.Delays);
    }

    private async Task<TimeSpan> WaitAfterAsync(int status, string text)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = FaultKind.Status, Status = status, Headers = { ["Retry-After"] = text } });
        var before = _clock.Delays.Count;
        Assert.Equal("Finances", await test.DepartmentNameAsync());
        Assert.Equal(2, test.ApiRequests.Count);
        return _clock.Delays.Skip(before).SingleOrDefault(); // none when jitter makes it less than a millisecond
    }
}
