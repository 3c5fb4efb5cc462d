using System.Net;
using System.Net.Sockets;
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
        var address = FreeAddress();
        EmulatorServer? server = null;
        _clock.Meanwhile = async () => server ??= _clock.Delays.Count < 3 ? null : await EmulatorServer.StartAsync(address: address);
        using var transport = Transport.Create(TestClient.OptionsFor(address) with { Time = _clock });
        var source = new UploadSource("a.bin", "application/octet-stream", 10_000, () => GeneratedBody.Open(10_000));
        await new FileClient(transport, new CallNotes()).UploadAsync(source, ReadOptions.Default, default);
        Assert.Equal(GeneratedBody.Sha256(10_000), Assert.Single(Assert.Single(server!.Requests, request => request.Method == "POST" && request.Path.EndsWith("files", StringComparison.Ordinal)).Parts).Sha256);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_went_away_after_the_token_was_issued_gets_the_upload_whole()
    {
        var server = await EmulatorServer.StartAsync();
        var address = server.Address;
        using var transport = Transport.Create(TestClient.OptionsFor(address) with { Time = _clock, Scope = "files.readwrite" });
        var files = new FileClient(transport, new CallNotes());
        var source = new UploadSource("a.bin", "application/octet-stream", 10_000, () => GeneratedBody.Open(10_000));
        await files.UploadAsync(source, ReadOptions.Default, default);
        await server.DisposeAsync();

        EmulatorServer? successor = null;
        _clock.Meanwhile = async () => successor ??= await EmulatorServer.StartAsync(address: address);
        await files.UploadAsync(source, ReadOptions.Default, default);
        Assert.Single(_clock.Delays);
        Assert.Single(successor!.Requests, request => request.Path.EndsWith("files", StringComparison.Ordinal) && request.Parts.Count == 1 && request.Parts[0].Sha256 == GeneratedBody.Sha256(10_000));
        await successor.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_stays_away_is_an_error_that_counts_the_attempts()
    {
        var address = FreeAddress();
        using var transport = Transport.Create(TestClient.OptionsFor(address) with { Time = _clock });
        var error = await Assert.ThrowsAsync<LuccaException>(() => new LuccaClient(transport, new CallNotes()).Departments.GetAsync("32", ReadOptions.Default, default));
        Assert.Equal((LuccaErrorKind.Unavailable, 6), (error.Kind, error.Attempts));
        Assert.Contains($"No connection to {address.Authority}", error.Message, StringComparison.Ordinal);
        Assert.Equal(_clock.Delays.Sum(delay => delay.TotalSeconds), error.Waited.TotalSeconds, tolerance: 0.01); // timers count whole milliseconds
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/");
    }
}
