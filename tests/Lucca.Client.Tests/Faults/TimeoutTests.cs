using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>
/// Each wait has its own time limit and says what it waited for; what goes on is never cut, however long it takes. The limits are
/// long for what they measure: a busy machine that takes a second for a first answer must not be taken for a silent one.
/// </summary>
public sealed class TimeoutTests
{
    [Fact]
    public async Task No_connection()
    {
        using var deaf = DeafHost.Start();
        using var transport = Transport.Create(
            TestClient.OptionsFor(deaf.Address) with { Timeout = TimeSpan.FromMilliseconds(300), MaxRetries = 0 });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => new LuccaClient(transport, new CallNotes()).Departments.GetAsync("32", ReadOptions.Default, default));
        Assert.Equal(
            (
                LuccaErrorKind.Timeout,
                $"No token from {deaf.Address}connect/token: {deaf.Address.Authority} accepted no connection within 0.3 s."),
            (error.Kind, error.Message));
    }

    [Fact]
    public async Task No_first_byte()
    {
        await using var test = await Calls.StartOnceAsync(timeout: 2000);
        test.Server.Faults.Add(new Fault { Path = "departments", Delay = 60_000 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(
            (LuccaErrorKind.Timeout, $"{test.Server.Address.Authority} did not begin to answer within 2 s."), (error.Kind, error.Message));
    }

    [Fact]
    public async Task No_further_byte()
    {
        await using var test = await Calls.StartOnceAsync(timeout: 2000);
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments|files",
                Kind = FaultKind.Stall,
                Size = 100,
                Bytes = 10,
                ContentType = "application/json",
                Times = 2,
            });
        using var target = new MemoryStream();
        foreach (var call in new Func<Task>[] { () => test.DepartmentNameAsync(), () => test.DownloadAsync(target) })
        {
            var error = await Assert.ThrowsAsync<LuccaException>(call);
            Assert.Equal(
                (LuccaErrorKind.Timeout, $"{test.Server.Address.Authority} stopped sending: nothing arrived for 2 s."),
                    (error.Kind, error.Message));
        }
    }

    [Fact]
    public async Task A_server_that_takes_no_more_of_an_upload()
    {
        await using var test = await Calls.StartOnceAsync(timeout: 4000);
        test.Server.Faults.Add(new Fault { Method = "POST", Path = "files", Delay = 60_000 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.UploadAsync(50_000_000));
        Assert.Equal(
            (LuccaErrorKind.Timeout, $"{test.Server.Address.Authority} stopped accepting data: nothing was sent for 4 s."),
                (error.Kind, error.Message));
    }

    [Fact]
    public async Task A_read_that_timed_out_is_made_again_and_an_upload_is_not()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { Timeout = TimeSpan.FromMilliseconds(2000) });
        test.Server.Faults.Add(
            new Fault { Path = "departments", Delay = 60_000 }, new Fault { Method = "POST", Path = "files", Delay = 60_000 });
        Assert.Equal("Finances", await test.DepartmentNameAsync());
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.UploadAsync(1000));
        Assert.Equal((LuccaErrorKind.Timeout, 1), (error.Kind, error.Attempts));
    }

    [Fact]
    public async Task A_transfer_that_goes_on_is_not_cut()
    {
        await using var test = await Calls.StartOnceAsync(timeout: 2000);
        test.Server.Faults.Add(new Fault { Path = "any", Kind = FaultKind.Drip, Size = 1600, Bytes = 100, Interval = 150 });
        using var target = new MemoryStream();
        await Task.WhenAll(
            test.DownloadAsync(target),
            test.UploadAsync(
                new UploadSource("slow", "application/octet-stream", 16 * 1024, () => new SlowStream(16, TimeSpan.FromMilliseconds(150)))));
        Assert.Equal(GeneratedBody.Sha256(1600), target.Sha256());
    }

    /// <summary>A stream of so many pieces of 1 kB, with a pause before each.</summary>
    private sealed class SlowStream(int pieces, TimeSpan pause) : MemoryStream(new byte[pieces * 1024])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(pause, cancellationToken);
            return await base.ReadAsync(buffer[..1024], cancellationToken);
        }
    }
}
