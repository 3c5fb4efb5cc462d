using Lucca.Emulator.Server;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>
/// Closing a connection ends whatever its calls wait for, as Disconnect-Lucca does to other runspaces. Each wait here would last a minute.
/// </summary>
public sealed class ClosingTests
{
    [Theory]
    [MemberData(nameof(CancellationTests.Waits), MemberType = typeof(CancellationTests))]
    public async Task Ends_the_waits_of_all_callers(string what, string note, Fault fault)
    {
        Assert.NotNull(what);
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(fault);
        Task<string?>[] calls = [test.DepartmentNameAsync(), test.DepartmentNameAsync()];
        await test.NotedAsync(note);
        test.Transport.Dispose();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        }
    }

    [Fact]
    public async Task Ends_the_wait_for_the_rate_limiter()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { RateLimit = 1 });
        await test.DepartmentNameAsync();
        var call = test.DepartmentNameAsync();
        await Calls.UntilAsync(() => test.Notes.Wait is not null);
        test.Transport.Dispose();
        test.Transport.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => test.DepartmentNameAsync());
    }
}
