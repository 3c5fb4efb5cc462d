using System.Net.Sockets;
using System.Security.Authentication;

namespace Lucca.Http;

/// <summary>Turns what the network stack throws into a failure that a user can act on.</summary>
internal static class NetworkFailure
{
    /// <summary>The failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="uri">Where the request was to go.</param>
    /// <param name="hasLeft">Whether a byte of it has left: the failure alone does not tell, since it may be that of a second connection.</param>
    public static LuccaException Explain(Exception failure, Uri uri, bool hasLeft)
    {
        var error = (failure as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        var socket = Causes(failure).OfType<SocketException>().FirstOrDefault();
        return error switch
        {
            HttpRequestError.NameResolutionError => Unavailable($"Cannot resolve host '{uri.Host}'; check the name and the network.", transient: socket?.SocketErrorCode == SocketError.TryAgain),
            HttpRequestError.SecureConnectionError => Unavailable($"Cannot open a secure connection to {uri.Authority} ({Innermost(failure)}).", transient: Causes(failure).All(cause => cause is not AuthenticationException)),
            HttpRequestError.ConnectionError => Unavailable($"Cannot connect to {uri.Authority} ({Innermost(failure)}).", transient: true),
            HttpRequestError.ProxyTunnelError => Unavailable($"The proxy refused the connection to {uri.Authority} ({Innermost(failure)}).", transient: false),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new LuccaException(LuccaErrorKind.BadReply, $"{uri.Authority} did not answer in valid HTTP ({Innermost(failure)}).", failure),
            _ => Unavailable($"The connection to {uri.Authority} was lost ({Innermost(failure)}).", transient: true),
        };

        LuccaException Unavailable(string message, bool transient) =>
            new(LuccaErrorKind.Unavailable, message, failure) { NeverSent = !hasLeft, IsTransient = transient };
    }

    private static string Innermost(Exception failure) => Causes(failure).Last().Message.TrimEnd('.', ' ');

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
