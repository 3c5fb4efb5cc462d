using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lucca.Http;

/// <summary>The sockets below everything: compression undone, no cookies, no redirects followed.</summary>
internal static class Network
{
    public static SocketsHttpHandler Create(ConnectionOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.Timeout,
        ConnectCallback = ConnectAsync,
        Expect100ContinueTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10), // so that a tenant that moves is found again
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8, // file names
        UseProxy = true,
        Proxy = options.Proxy,
        SslOptions = options.CertificateAuthorities is { } authorities ? new OwnAuthority(authorities).Options : new(),
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connection, CancellationToken cancellationToken)
    {
        var context = RequestContext.Find(connection.InitialRequestMessage);
        context?.Connecting(true);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(connection.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            context?.Connecting(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            // The attempt is left as connecting: its own timer, which may fire at this very moment, has to say what it waited for.
            socket.Dispose();
            throw;
        }
    }
}
