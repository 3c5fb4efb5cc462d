using System.Net;
using System.Net.Sockets;

namespace Lucca.Http;

/// <summary>Looks a tenant's host up before a secret leaves for it: a mistyped host is the host's fault, and no credential is tried for it.</summary>
internal static class HostCheck
{
    /// <summary>Makes sure that a host exists, where this machine is the one to know: not behind a proxy, which looks names up itself.</summary>
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
            throw new LuccaException(LuccaErrorKind.Unavailable, $"Cannot resolve host '{uri.Host}'. Nothing was sent.", missing) { NeverSent = true };
        }
        catch (SocketException)
        {
            // The name server has no answer at present: the request itself will tell.
        }
    }

    /// <summary>The proxy of a Windows system never says that it is bypassed: that it has no address to give tells. Others give the address itself.</summary>
    private static bool IsDirect(IWebProxy proxy, Uri uri) => proxy.IsBypassed(uri) || proxy.GetProxy(uri) is not { } way || way == uri;
}
