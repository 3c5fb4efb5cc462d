using System.Diagnostics;
using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>
/// Whatever a call waits for, canceling ends it at once, as canceled and not as an error. Each wait here would last a minute.
/// </summary>
public sealed class CancellationTests
{
    /// <summary>Far less than the waits, far more than a busy machine needs.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    /// <summary>What is waited for, the notes that show that it is, and what brings it about.</summary>
    public static TheoryData<string, string, Fault> Waits => new()
    {
        { "token", "> POST", new() { Path = "connect/token", Delay = 60_000, Times = -1 } },
        {
            "token retry",
            "Attempt 2 follows",
            new() { Path = "connect/token", Kind = FaultKind.Status, Status = 503, Headers = { ["Retry-After"] = "60" }, Times = -1 }
        },
        { "first byte", "> GET", new() { Path = "departments", Delay = 60_000, Times = -1 } },
        {
            "retry",
            "Attempt 2 follows",
            new() { Path = "departments", Kind = FaultKind.Status, Status = 429, Headers = { ["Retry-After"] = "60" }, Times = -1 }
        },
        { "body", "> GET.*< 200", new() { Path = "departments", Kind = FaultKind.Stall, Bytes = 10, Times = -1 } },
        {
            "packed body",
            "> GET.*< 200",
            new()
            {
                Path = "departments",
                Kind = FaultKind.Stall,
                Size = 10,
                ContentType = "application/json",
                Headers = { ["Content-Encoding"] = "gzip" },
                Times = -1,
            }
        },
        {
            "error page",
            "> GET.*< 404",
            new() { Path = "departments", Kind = FaultKind.Stall, Status = 404, Size = 100, Bytes = 10, Times = -1 }
        },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task A_wait_for_the_server(string what, string note, Fault fault)
    {
        Assert.NotNull(what);
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(fault);
        await AssertEndsAsync(cancel => test.DepartmentNameAsync(cancel), () => test.NotedAsync(note));
    }

    [Fact]
    public async Task A_download()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "files", Kind = FaultKind.Stall, Size = 1_000_000, Bytes = 500_000 });
        using var target = new MemoryStream();
        await AssertEndsAsync(
            cancel => test.DownloadAsync(target, cancel), () => Calls.UntilAsync(() => test.Notes.Transfer?.Bytes == 500_000));
        Assert.Null(test.Notes.Transfer);
    }

    [Fact]
    public async Task An_upload_that_the_server_does_not_take()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "files", Delay = 60_000 });
        await AssertEndsAsync(cancel => test.UploadAsync(50_000_000, cancel), () => Calls.UntilAsync(() => test.Notes.Transfer?.Bytes > 0));
    }

    [Fact]
    public async Task A_connection()
    {
        using var deaf = DeafHost.Start();
        var notes = new CallNotes { Debug = true };
        using var transport = Transport.Create(TestClient.OptionsFor(deaf.Address));
        await AssertEndsAsync(
            cancel => new LuccaClient(transport, notes).Departments.GetAsync("32", ReadOptions.Default, cancel),
            () => Calls.UntilAsync(() => notes.TryTake(out var note) && note.Text.StartsWith("> POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_rate_limiter_and_no_permit_is_lost_by_it()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { RateLimit = 1 });
        await test.DepartmentNameAsync();
        await AssertEndsAsync(cancel => test.DepartmentNameAsync(cancel), () => Calls.UntilAsync(() => test.Notes.Wait is not null));
        Assert.Equal(1, test.Transport.PermitsTaken);
        Assert.Null(test.Notes.Wait);
    }

    [Fact]
    public async Task A_token_that_another_call_is_asking_for_and_the_other_goes_on()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "connect/token", Delay = 3000 });
        var other = test.DepartmentNameAsync();
        using var source = new CancellationTokenSource();
        var waiting = test.DepartmentNameAsync(source.Token);
        await Calls.UntilAsync(() => test.TokenRequests.Count == 1);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Null(Assert.Single(test.TokenRequests).Status); // the token is still on its way
        Assert.Equal("Finances", await other);
        Assert.Single(test.TokenRequests);
    }

    [Fact]
    public async Task Whoever_asks_for_a_token_may_leave_and_the_next_one_asks_again()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { Timeout = TimeSpan.FromSeconds(5) });
        test.Server.Faults.Add(new Fault { Path = "connect/token", Delay = 60_000 });
        using var source = new CancellationTokenSource();
        var first = test.DepartmentNameAsync(source.Token);
        var second = test.DepartmentNameAsync();
        await Calls.UntilAsync(() => test.TokenRequests.Count == 1);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("Finances", await second);
    }

    [Fact]
    public async Task A_list_between_two_pages()
    {
        await using var test = await TestClient.StartAsync(new() { MaxPageSize = 1 });
        test.Server.Faults.Add(new Fault { Path = "page=", Skip = 3, Delay = 60_000 });
        await AssertEndsAsync(cancel => test.DepartmentIdsAsync(cancel), () => Calls.UntilAsync(() => test.ApiRequests.Count == 5));
    }

    private static async Task AssertEndsAsync(Func<CancellationToken, Task> call, Func<Task> isWaiting)
    {
        using var source = new CancellationTokenSource();
        var running = call(source.Token);
        await isWaiting();
        Assert.False(running.IsCompleted);
        var canceled = Stopwatch.GetTimestamp();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(Stopwatch.GetElapsedTime(canceled) < AtOnce);
    }
}
