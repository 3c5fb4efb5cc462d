using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Where nobody listens nothing was done: any request may be made again.</summary>
public sealed class RefusedConnectionTests
{
    private readonly JumpClock _clock = new();

    [Fact]
    public async Task A_server_that_comes_up_meanwhile_gets_the_upload_whole()
    {
        await using var server = await EmulatorServer.StartAsync();
        await using var host = new LateHost(lives: 1);
        var isOpen = false;
        _clock.Meanwhile = () =>
        {
            if (!isOpen && _clock.Delays.Count >= 3)
            {
                host.Open(server.Address);
                isOpen = true;
            }

            return Task.CompletedTask;
        };
        using var transport = Transport.Create(TestClient.OptionsFor(host.Address) with { Time = _clock });
        var source = new UploadSource("a.bin", "application/octet-stream", 10_000, () => GeneratedBody.Open(10_000));
        await new FileClient(transport, new CallNotes()).UploadAsync(source, ReadOptions.Default, default);
        Assert.Equal(
            GeneratedBody.Sha256(10_000),
            Assert.Single(
                Assert.Single(
                    server.Requests,
                    request => request.Method == "POST" && request.Path.EndsWith("files", StringComparison.Ordinal)).Parts).Sha256);
    }

    [Fact]
    public async Task A_server_that_went_away_after_the_token_was_issued_gets_the_upload_whole()
    {
        await using var server = await EmulatorServer.StartAsync();
        await using var host = new LateHost(lives: 2);
        host.Open(server.Address);
        using var transport = Transport.Create(TestClient.OptionsFor(host.Address) with { Time = _clock, Scope = "files.readwrite" });
        var files = new FileClient(transport, new CallNotes());
        var source = new UploadSource("a.bin", "application/octet-stream", 10_000, () => GeneratedBody.Open(10_000));
        await files.UploadAsync(source, ReadOptions.Default, default);
        await host.CloseAsync();

        await using var successor = await EmulatorServer.StartAsync();
        _clock.Meanwhile = () =>
        {
            host.Open(successor.Address);
            return Task.CompletedTask;
        };
        await files.UploadAsync(source, ReadOptions.Default, default);
        Assert.Single(_clock.Delays);
        Assert.Single(
            successor.Requests,
            request =>
                request.Path.EndsWith("files", StringComparison.Ordinal)
                    && request.Parts.Count == 1
                    && request.Parts[0].Sha256 == GeneratedBody.Sha256(10_000));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_an_error_that_counts_the_attempts()
    {
        await using var host = new LateHost(lives: 0);
        using var transport = Transport.Create(TestClient.OptionsFor(host.Address) with { Time = _clock });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => new LuccaClient(transport, new CallNotes()).Departments.GetAsync("32", ReadOptions.Default, default));
        Assert.Equal((LuccaErrorKind.Unavailable, 6), (error.Kind, error.Attempts));
        Assert.Contains($"Cannot connect to {host.Address.Authority}", error.Message, StringComparison.Ordinal);
        // timers count whole milliseconds
        Assert.Equal(_clock.Delays.Sum(delay => delay.TotalSeconds), error.Waited.TotalSeconds, tolerance: 0.01);
    }
}
