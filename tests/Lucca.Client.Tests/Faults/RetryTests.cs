using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

public sealed class RetryTests
{
    private readonly JumpClock _clock = new();

    public static TheoryData<FaultKind, bool> Breaks => new()
    {
        { FaultKind.Reset, false },
        { FaultKind.Reset, true },
        { FaultKind.ResetInHead, false },
        { FaultKind.ResetInHead, true },
        { FaultKind.Cut, false },
        { FaultKind.Cut, true },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_read_survives_a_broken_connection(FaultKind kind, bool inOrder)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = kind, Fin = inOrder, Bytes = kind == FaultKind.Reset ? null : 30, Times = 3 });
        Assert.Equal("Finances", await test.DepartmentNameAsync());
        Assert.Equal(0, test.Server.Faults.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_survives_a_failing_server_and_waits_with_jitter_in_between(int status)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Status, Status = status, Times = 3 });
        Assert.Equal("Finances", await test.DepartmentNameAsync());
        Assert.Equal(4, test.ApiRequests.Count);
        Assert.InRange(_clock.Delays.Count, 1, 3); // a timer counts whole milliseconds, and jitter may leave less
        Assert.All(_clock.Delays, delay => Assert.InRange(delay.TotalSeconds, 0, 2));
    }

    [Theory]
    [InlineData(400, LuccaErrorKind.BadRequest)]
    [InlineData(403, LuccaErrorKind.Forbidden)]
    [InlineData(404, LuccaErrorKind.NotFound)]
    [InlineData(405, LuccaErrorKind.BadRequest)]
    [InlineData(412, LuccaErrorKind.PreconditionFailed)]
    [InlineData(413, LuccaErrorKind.TooLarge)]
    [InlineData(302, LuccaErrorKind.BadReply)]
    public async Task A_final_answer_is_not_asked_for_again(int status, LuccaErrorKind kind)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = FaultKind.Status, Status = status, Times = -1, Headers = { ["Retry-After"] = "1" } });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((kind, status, 1), (error.Kind, error.Status, error.Attempts));
        Assert.Single(test.ApiRequests);
        Assert.Empty(_clock.Delays);
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_once_and_a_call_goes_on()
    {
        await using var test = await Calls.StartAsync(_clock);
        await test.DepartmentNameAsync();
        test.Server.Tenant.RevokeTokens();
        Assert.Equal("Finances", await test.DepartmentNameAsync());
        Assert.Equal(2, test.TokenRequests.Count);
        Assert.Empty(_clock.Delays);
    }

    [Fact]
    public async Task A_server_that_refuses_every_token_is_not_asked_a_third_time()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Status, Status = 401, Times = -1 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.SignInFailed, 401, 2), (error.Kind, error.Status, error.Attempts));
        Assert.Equal(2, test.ApiRequests.Count);
        Assert.Equal(2, test.TokenRequests.Count);
    }

    [Fact]
    public async Task The_error_says_how_often_and_how_long_it_was_tried()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Status, Status = 503, Times = -1 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.Unavailable, 503, 6), (error.Kind, error.Status, error.Attempts));
        Assert.Equal(6, test.ApiRequests.Count);
        Assert.Equal(
            _clock.Delays.Sum(delay => delay.TotalSeconds), error.Waited.TotalSeconds, tolerance: 0.01); // timers count whole milliseconds
        Assert.True(error.Waited > TimeSpan.Zero);
    }

    [Fact]
    public async Task Refusals_by_the_rate_limit_are_sat_out_until_the_budget_is_spent()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = 429,
                Times = 20,
                Headers = { ["Retry-After"] = "50" },
            }); // with no end, a budget without one would be no failure but a test that hangs
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.RateLimited, 7, 300.0), (error.Kind, error.Attempts, error.Waited.TotalSeconds));
        Assert.Contains("wait 50 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_retries_there_is_one_attempt()
    {
        await using var test = await Calls.StartAsync(_clock, options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Status, Status = 429, Times = -1 });
        await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Single(test.ApiRequests);
    }
}
