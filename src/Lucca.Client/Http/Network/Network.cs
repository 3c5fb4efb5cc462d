using System.Net;
using System.Text;

namespace Lucca.Http;

/// <summary>The sockets: no cookies, no redirects. <see cref="CompressionHandler"/> unpacks bodies.</summary>
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

    /// <summary>
    /// Unless an address is a loopback, the network stack handles the system's proxy: it knows several proxies, and which of them failed.
    /// </summary>
    private static IWebProxy? ProxyOf(ConnectionOptions options) =>
        options.BaseUri.IsLoopback || options.TokenUri.IsLoopback
            ? new LoopbackBypass(options.Proxy ?? HttpClient.DefaultProxy)
            : options.Proxy;

    /// <summary>
    /// Watches above TLS, so that a handshake does not count as a request. A request without a context is the network stack's own
    /// CONNECT to a proxy.
    /// </summary>
    private static ValueTask<Stream> WatchAsync(SocketsHttpPlaintextStreamFilterContext connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult(RequestContext.Find(connection.InitialRequestMessage) is null
            ? connection.PlaintextStream
            : new RequestStartStream(connection.PlaintextStream));
}

/// <summary>A proxy for all but loopback addresses: plain http to them is allowed because it stays on this machine.</summary>
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
