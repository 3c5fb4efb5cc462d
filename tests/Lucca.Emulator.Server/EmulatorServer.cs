using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Lucca.Emulator.Server;

/// <summary>An emulated tenant behind Kestrel, over HTTP, with faults on demand and a log of the requests it sees.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Pipeline _pipeline;

    private EmulatorServer(WebApplication app, TenantOptions options)
    {
        _app = app;
        _pipeline = new Pipeline(this, app.Lifetime.ApplicationStopping);
        Tenant = new Tenant(options);
    }

    /// <summary>Where the server listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The tenant that answers; <c>POST /_emulator/tenant</c> puts another in its place.</summary>
    public Tenant Tenant { get; internal set; }

    /// <summary>What goes wrong, for which requests, and how often.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>The requests seen, but for those below <c>/_emulator</c>.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>Whether JSON responses are compressed for clients that accept it.</summary>
    public bool Compress { get; set; }

    /// <summary>Starts a server.</summary>
    /// <param name="options">The tenant's options; null = the default ones.</param>
    /// <param name="address">Where to listen; null = a free port of 127.0.0.1.</param>
    /// <param name="certificate">The server's certificate with its key, for https; null = plain HTTP.</param>
    public static async Task<EmulatorServer> StartAsync(
        TenantOptions? options = null, Uri? address = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => Configure(kestrel, address ?? new Uri("http://127.0.0.1:0"), certificate));
        builder.Services.AddSingleton<IHostLifetime, HostedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = new EmulatorServer(builder.Build(), options ?? new TenantOptions());
        server._app.Run(server._pipeline.RunAsync);
        await server._app.StartAsync();
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        server.Address = new Uri(addresses.First());
        return server;
    }

    /// <summary>Stops the server; what still runs is broken off after a second.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _pipeline.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, Uri address, X509Certificate2? certificate)
    {
        kestrel.Listen(IPAddress.TryParse(address.Host, out var ip) ? ip : IPAddress.Loopback, address.Port, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        });
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null; // the emulator answers 413 by itself
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 << 10; // more is 431, as with the API
        kestrel.Limits.MinRequestBodyDataRate = null; // slow on purpose
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.UTF8;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
    }
}
