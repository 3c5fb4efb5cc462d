using System.Net.Sockets;
using System.Security.Authentication;

namespace Lucca.Http;

/// <summary>Turns exceptions of the network stack into failures that a user can act on.</summary>
internal static class NetworkFailure
{
    /// <summary>The failure.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="uri">The address of the request.</param>
    /// <param name="hasStarted">Whether a byte of it was sent. The exception does not show that: it may be of a second connection.</param>
    public static LuccaException Explain(Exception failure, Uri uri, bool hasStarted)
    {
        var error = (failure as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        var socket = Causes(failure).OfType<SocketException>().FirstOrDefault();
        var cause = Causes(failure).Last().Message.TrimEnd('.', ' ');
        return error switch
        {
            HttpRequestError.NameResolutionError => Unavailable(
                $"Cannot resolve host '{uri.Host}'; check the name and the network.", socket?.SocketErrorCode == SocketError.TryAgain),
            HttpRequestError.SecureConnectionError => Unavailable(
                $"Cannot open a secure connection to {uri.Authority} ({cause}).",
                Causes(failure).All(one => one is not AuthenticationException)),
            HttpRequestError.ConnectionError => Unavailable($"Cannot connect to {uri.Authority} ({cause}).", transient: true),
            HttpRequestError.ProxyTunnelError => Unavailable(
                $"The proxy refused the connection to {uri.Authority} ({cause}).", transient: false),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new LuccaException(
                LuccaErrorKind.BadReply, $"{uri.Authority} did not answer in valid HTTP ({cause}).", failure),
            _ => Unavailable($"The connection to {uri.Authority} was lost ({cause}).", transient: true),
        };

        LuccaException Unavailable(string message, bool transient) =>
            new(LuccaErrorKind.Unavailable, message, failure) { NeverSent = !hasStarted, IsTransient = transient };
    }

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
