using System.Net;
using System.Text;

namespace Lucca.Http;

/// <summary>The sockets below everything: no cookies, no redirects followed; compression is undone above, where the end of it is looked at.</summary>
internal static class Network
{
    public static SocketsHttpHandler Create(ConnectionOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.Timeout,
        Expect100ContinueTimeout = TimeSpan.FromSeconds(1),
        PlaintextStreamFilter = WatchAsync,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10), // so that a tenant that moves is found again
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8, // file names
        UseProxy = true,
        Proxy = ProxyOf(options),
        SslOptions = options.CertificateAuthorities is { } authorities ? new OwnAuthority(authorities).Options : new(),
    };

    /// <summary>The system's proxy is left to the network stack where no loopback address is in play: it knows several in a row, and which of them failed.</summary>
    private static IWebProxy? ProxyOf(ConnectionOptions options) =>
        options.BaseUri.IsLoopback || options.TokenUri.IsLoopback ? new LoopbackBypass(options.Proxy ?? HttpClient.DefaultProxy) : options.Proxy;

    /// <summary>Above the secure layer, so that its own handshake is not taken for a request. The request that asks a proxy for a way is the network stack's, not the transport's.</summary>
    private static ValueTask<Stream> WatchAsync(SocketsHttpPlaintextStreamFilterContext connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult(RequestContext.Find(connection.InitialRequestMessage) is null ? connection.PlaintextStream : new DepartureStream(connection.PlaintextStream));
}

/// <summary>A proxy for all but this machine's own addresses: plain http is allowed to them because nobody else can read along.</summary>
internal sealed class LoopbackBypass(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
