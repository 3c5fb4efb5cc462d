using System.Net;
using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;

namespace Lucca.Client.Tests;

/// <summary>A server with a tenant of its own, and a client connected to it as an integration would be.</summary>
public sealed class TestClient : IAsyncDisposable
{
    private TestClient(EmulatorServer server, ConnectionOptions options)
    {
        Server = server;
        Options = options;
        Transport = Transport.Create(options);
        Client = new LuccaClient(Transport, Notes);
    }

    public EmulatorServer Server { get; }

    public ConnectionOptions Options { get; }

    public Transport Transport { get; }

    public LuccaClient Client { get; }

    public CallNotes Notes { get; } = new() { Verbose = true, Debug = true };

    /// <summary>The requests to the API itself, token requests left out.</summary>
    public IReadOnlyList<LoggedRequest> ApiRequests => [.. Server.Requests.Where(request => request.Path != "/connect/token")];

    /// <summary>The requests for a token.</summary>
    public IReadOnlyList<LoggedRequest> TokenRequests => [.. Server.Requests.Where(request => request.Path == "/connect/token")];

    public static async Task<TestClient> StartAsync(
        TenantOptions? tenant = null, Func<ConnectionOptions, ConnectionOptions>? connect = null)
    {
        tenant ??= new TenantOptions();
        tenant.Today ??= new DateOnly(2026, 11, 28); // so that days and counts stay as the tests know them
        var server = await EmulatorServer.StartAsync(tenant);
        var options = OptionsFor(server.Address);
        return new TestClient(server, connect?.Invoke(options) ?? options);
    }

    /// <summary>How to connect to a server; without a rate limit, so that tests do not wait.</summary>
    public static ConnectionOptions OptionsFor(Uri address, string secret = "emulator-secret") => new(address)
    {
        TokenUri = new Uri(address, "/connect/token"),
        Credential = new ClientCredential("emulator", new NetworkCredential("", secret).SecurePassword),
        RateLimit = 0,
    };

    /// <summary>All that was noted so far, as text.</summary>
    public string NotesText()
    {
        var lines = new List<string>();
        while (Notes.TryTake(out var note))
        {
            lines.Add(note.Text);
        }

        return string.Join('\n', lines);
    }

    public async ValueTask DisposeAsync()
    {
        Transport.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Pages as the tests read them.</summary>
internal static class Pages
{
    /// <summary>The items of a page that has to be whole.</summary>
    public static IReadOnlyList<T> Whole<T>(this Page<T> page)
        where T : Resource => page.Items(MalformedItemError.Throw);
}
