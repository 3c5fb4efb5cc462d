using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>The client keeps within the limit that the server enforces, whoever in the process makes the requests.</summary>
public sealed class RateLimiterTests
{
    private readonly JumpClock _clock = new();

    [Fact]
    public async Task Sixty_calls_end_without_a_refusal()
    {
        await using var test = await StartAsync();
        for (var call = 0; call < 60; call++)
        {
            Assert.Equal("Finances", await test.DepartmentNameAsync());
        }

        Assert.DoesNotContain(test.ApiRequests, request => request.Status == 429);
        Assert.Equal(60, Assert.Single(_clock.Delays).TotalSeconds);
        Assert.Equal(10, test.Transport.PermitsTaken);
    }

    [Fact]
    public async Task Sessions_share_the_limit_of_a_host()
    {
        await using var test = await StartAsync();
        var sessions = Enumerable.Range(0, 8).Select(_ => Transport.Create(test.Options)).ToList();
        await Task.WhenAll(sessions.Select(session => Task.Run(() => UseAsync(session, 20))));
        sessions.ForEach(session => session.Dispose());
        Assert.Equal(160, test.ApiRequests.Count);
        Assert.DoesNotContain(test.ApiRequests, request => request.Status == 429);
    }

    [Fact]
    public async Task With_a_neighbour_that_uses_the_limit_up_all_calls_end_all_the_same()
    {
        await using var test = await StartAsync();
        var neighbour = Transport.Create(test.Options with { RateLimit = 0, MaxRetries = 0 });
        _clock.Meanwhile = () => UseAsync(neighbour, 40);
        await UseAsync(neighbour, 40);
        for (var call = 0; call < 60; call++)
        {
            Assert.Equal("Finances", await test.DepartmentNameAsync());
        }

        // A refusal teaches: what follows waits until the server's time is up, so there is about one a minute.
        Assert.InRange(test.ApiRequests.Count(request => request.Status == 429), 1, 30);
    }

    [Fact]
    public async Task A_refusal_holds_up_the_other_sessions_too()
    {
        await using var test = await StartAsync();
        using var other = Transport.Create(test.Options);
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = FaultKind.Status, Status = 429, Headers = { ["Retry-After"] = "30" } });
        var start = _clock.GetTimestamp();
        await Assert.ThrowsAsync<LuccaException>(() => ReadAsync(Transport.Create(test.Options with { MaxRetries = 0 })));
        await ReadAsync(other);
        Assert.Equal(30, _clock.GetElapsedTime(start).TotalSeconds);
    }

    [Theory]
    [InlineData(5, 12, 2)]
    [InlineData(1, 3, 2)]
    [InlineData(0, 60, 0)]
    public async Task The_limit_can_be_set_or_turned_off(int limit, int calls, int waits)
    {
        await using var test = await StartAsync(limit, serverLimit: 0);
        for (var call = 0; call < calls; call++)
        {
            await test.DepartmentNameAsync();
        }

        Assert.Equal(Enumerable.Repeat(60.0, waits), _clock.Delays.Select(delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task A_wait_is_announced_before_it_is_over()
    {
        await using var test = await StartAsync(limit: 1);
        Wait? seen = null;
        _clock.Meanwhile = () =>
        {
            seen = test.Notes.Wait;
            return Task.CompletedTask;
        };
        await test.DepartmentNameAsync();
        await test.DepartmentNameAsync();
        Assert.Equal(new Wait("the rate limit (1 requests in 60 s)", TimeSpan.FromSeconds(60)), seen);
        Assert.Null(test.Notes.Wait);
        var notes = test.NotesText();
        Assert.Equal(2, notes.Split("Waiting up to 60.0 s: the limit is 1 requests in 60 s.").Length);
        Assert.Contains("held back 60000 ms by the rate limit", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nobody_up()
    {
        await using var test = await StartAsync(limit: 1);
        await test.DepartmentNameAsync();
        _clock.WallOffset = TimeSpan.FromHours(-1);
        await test.DepartmentNameAsync();
        Assert.Equal(60, Assert.Single(_clock.Delays).TotalSeconds);
    }

    private static Task<Department?> ReadAsync(Transport transport) =>
        new LuccaClient(transport, new CallNotes()).Departments.GetAsync("32", ReadOptions.Default, default);

    private static async Task UseAsync(Transport neighbour, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            try
            {
                await ReadAsync(neighbour);
            }
            catch (LuccaException refused) when (refused.Status == 429)
            {
                return;
            }
        }
    }

    private Task<TestClient> StartAsync(int limit = 50, int serverLimit = 50) =>
        Calls.StartAsync(_clock, options => options with { RateLimit = limit }, new TenantOptions { RateLimit = serverLimit });
}
