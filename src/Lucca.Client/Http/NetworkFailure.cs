using System.Net.Sockets;
using System.Security.Authentication;

namespace Lucca.Http;

/// <summary>Turns what the network stack throws into a failure that a user can act on.</summary>
internal static class NetworkFailure
{
    public static LuccaException Explain(Exception failure, Uri uri)
    {
        var error = (failure as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        var socket = Causes(failure).OfType<SocketException>().FirstOrDefault();
        return error switch
        {
            HttpRequestError.NameResolutionError => Unavailable($"There is no host {uri.Host}, or the network is down.", neverSent: true, transient: socket?.SocketErrorCode == SocketError.TryAgain),
            HttpRequestError.SecureConnectionError => Unavailable($"No secure connection to {uri.Authority} ({Innermost(failure)}).", neverSent: true, transient: Causes(failure).All(cause => cause is not AuthenticationException)),
            HttpRequestError.ConnectionError => Unavailable($"No connection to {uri.Authority} ({Innermost(failure)}).", neverSent: true, transient: true),
            HttpRequestError.ProxyTunnelError => Unavailable($"The proxy did not let the connection to {uri.Authority} through ({Innermost(failure)}).", neverSent: true, transient: false),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new LuccaException(LuccaErrorKind.BadReply, $"{uri.Authority} did not answer in proper HTTP ({Innermost(failure)}).", failure),
            _ => Unavailable($"The connection to {uri.Authority} broke ({Innermost(failure)}).", neverSent: false, transient: true),
        };

        LuccaException Unavailable(string message, bool neverSent, bool transient) =>
            new(LuccaErrorKind.Unavailable, message, failure) { NeverSent = neverSent, IsTransient = transient };
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
