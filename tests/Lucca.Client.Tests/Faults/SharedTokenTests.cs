using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>All who need a token at one time wait for one request, and learn its end together.</summary>
public sealed class SharedTokenTests
{
    [Fact]
    public async Task A_failing_endpoint_is_asked_as_often_for_ten_callers_as_for_one()
    {
        await using var test = await Calls.StartAsync(new JumpClock(), options => options with { MaxRetries = 2 });
        test.Server.Faults.Add(new Fault { Path = "connect/token", Kind = FaultKind.Status, Status = 503, Delay = 300, Times = -1 });
        var errors = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())));
        Assert.All(errors, error => Assert.Equal((LuccaErrorKind.Unavailable, 3), (error.Kind, error.Attempts)));
        Assert.Equal(3, test.Server.Requests.Count);
    }

    [Fact]
    public async Task Who_gives_up_takes_the_token_from_nobody()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "connect/token", Kind = FaultKind.Delay, Delay = 1500 });
        using var stop = new CancellationTokenSource();
        var first = test.DepartmentNameAsync(stop.Token);
        await Calls.UntilAsync(() => test.Server.Requests.Count > 0);
        var second = test.DepartmentNameAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("Finances", await second);
        Assert.Single(test.TokenRequests);
    }

    [Theory]
    [InlineData(1_735, 1)]
    [InlineData(1_745, 2)]
    [InlineData(7_200, 2)]
    public async Task A_token_is_renewed_before_it_expires_and_not_by_a_refusal(int seconds, int tokens)
    {
        var clock = new JumpClock();
        await using var test = await Calls.StartAsync(clock);
        await test.DepartmentNameAsync();
        clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal("Finances", await test.DepartmentNameAsync());
        Assert.Equal(tokens, test.TokenRequests.Count);
        Assert.Equal([200, 200], test.ApiRequests.Select(request => request.Status));
    }

    [Fact]
    public async Task What_has_failed_is_asked_for_anew_by_who_comes_later()
    {
        await using var test = await Calls.StartAsync(new JumpClock(), options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "connect/token", Kind = FaultKind.Status, Status = 503 });
        await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal("Finances", await test.DepartmentNameAsync());
    }
}
