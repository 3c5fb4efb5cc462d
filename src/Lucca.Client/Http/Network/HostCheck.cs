using System.Net;
using System.Net.Sockets;

namespace Lucca.Http;

/// <summary>Resolves a tenant's host before any secret is sent: a mistyped host then sends no credentials.</summary>
internal static class HostCheck
{
    /// <summary>Checks that a host exists. Behind a proxy it checks nothing: the proxy resolves names itself.</summary>
    /// <exception cref="LuccaException">There is no such host.</exception>
    public static async Task EnsureExistsAsync(Uri uri, IWebProxy? proxy, CancellationToken cancellationToken)
    {
        if (uri.HostNameType != UriHostNameType.Dns || !IsDirect(proxy ?? HttpClient.DefaultProxy, uri))
        {
            return;
        }

        try
        {
            await Dns.GetHostAddressesAsync(uri.IdnHost, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException missing) when (missing.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            throw new LuccaException(LuccaErrorKind.Unavailable, $"Cannot resolve host '{uri.Host}'. Nothing was sent.", missing)
            {
                NeverSent = true,
            };
        }
        catch (SocketException)
        {
            // The name server does not answer at present: the request itself will show.
        }
    }

    /// <summary>The proxy of Windows never reports a bypass: it returns no proxy address. Others return the address itself.</summary>
    private static bool IsDirect(IWebProxy proxy, Uri uri) => proxy.IsBypassed(uri) || proxy.GetProxy(uri) is not { } used || used == uri;
}
