using System.Net.Sockets;
using Lucca.Http;

namespace Lucca.PowerShell.Errors;

/// <summary>What to do next after a failed call, for every kind of failure.</summary>
internal static class Advice
{
    public static string For(LuccaException error, Uri? tenant) => error.Kind switch
    {
        _ when MediaTypes.IsHtml(error.Response?.MediaType) && error.Status is (401 or 403) =>
            "Ask the administrator of your proxy or firewall to allow the requests. Some need another user agent: "
            + "Connect-Lucca -UserAgent.",
        LuccaErrorKind.SignInFailed when error.Status == 401 =>
            "The access token has expired, was revoked, or belongs to another tenant. "
            + $"Run Connect-Lucca again with a new one, or with an integration key of {KeyPage(tenant)}.",
        LuccaErrorKind.SignInFailed when error.OAuthError is not (null or "invalid_client") =>
            $"Check -TokenUri, -Scope, and the permissions of the integration key at {KeyPage(tenant)}, then run Connect-Lucca again.",
        LuccaErrorKind.SignInFailed when error.KeyFlaw is not null =>
            "Store the key without it. The text of a file ends with a line feed; trim it, as in (Get-Content <file> -Raw).Trim(). "
            + "Then run Connect-Lucca again.",
        LuccaErrorKind.SignInFailed =>
            $"Check the client id and the client secret, or create a new integration key at {KeyPage(tenant)}, then run "
            + "Connect-Lucca again.",
        LuccaErrorKind.Forbidden when error.TokenUri is not null =>
            $"Grant the scope to the integration key at {KeyPage(tenant)}, then run the command again.",
        LuccaErrorKind.Forbidden =>
            $"Check the scopes and business establishments of the integration key at {KeyPage(tenant)}; "
            + "an object that another application manages cannot be changed.",
        LuccaErrorKind.NotFound =>
            "Check the id or the name; Tab completes both. Objects that the key cannot see are reported as not found.",
        LuccaErrorKind.BadRequest when error.Status == 405 =>
            "The API does not accept this method for this path. Check both: GET reads; few resources can be changed.",
        LuccaErrorKind.BadRequest => "Correct the arguments that the message names, then run the command again.",
        LuccaErrorKind.PreconditionFailed => "Get the object again, check what has changed, and use its new ETag.",
        LuccaErrorKind.TooLarge => "Send a smaller file: the limit is 100 MB a request.",
        LuccaErrorKind.RateLimited when error.RetryAfter is { } delay =>
            $"Run the command again in {Math.Ceiling(delay.TotalSeconds)} s. All integrations of a tenant share 50 requests in 60 s.",
        LuccaErrorKind.RateLimited => "Run the command again in a minute. All integrations of a tenant share 50 requests in 60 s.",
        LuccaErrorKind.Unavailable when error.RetryAfter is { } delay => $"Run the command again in {Math.Ceiling(delay.TotalSeconds)} s.",
        LuccaErrorKind.Unavailable when IsDistrust(error) =>
            "If your network's proxy decrypts connections, trust its certificate authority: "
            + "Connect-Lucca -CertificateAuthority <file.pem>.",
        LuccaErrorKind.Unavailable when error.NeverSent && IsUnknownHost(error.InnerException) =>
            "Check the spelling of the host. The browser shows it when you are signed in to Lucca, such as example.ilucca.net.",
        LuccaErrorKind.Unavailable =>
            "Check the host's name, the network and the proxy, or run the command again later; -Verbose shows each attempt.",
        LuccaErrorKind.Timeout => "Run the command again, or connect with a longer -TimeoutSec.",
        LuccaErrorKind.BadReply when error.IgnoredFilter is not null => "Get the list without this filter and narrow it with Where-Object.",
        LuccaErrorKind.BadReply when error.TokenUri is not null =>
            "Check -TokenUri, or omit it: Lucca tenants need none. Then run Connect-Lucca again; -Debug shows the response.",
        LuccaErrorKind.BadReply =>
            "Check that the host is a Lucca tenant and that no proxy answers in its place; -Debug shows the response.",
        LuccaErrorKind.Incomplete when error.List is not null => "Run the command again: the list emitted so far is incomplete.",
        LuccaErrorKind.Incomplete => "Run the command again: nothing incomplete was kept.",
        _ => "Run the command again with -Verbose.",
    };

    private static bool IsDistrust(Exception? error) =>
        error is not null && (error is System.Security.Authentication.AuthenticationException || IsDistrust(error.InnerException));

    private static bool IsUnknownHost(Exception? cause) =>
        cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }
        or HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError };

    private static string KeyPage(Uri? tenant) =>
        $"{tenant?.GetLeftPart(UriPartial.Authority) ?? "https://<your tenant>"}/identity/admin/integration-keys "
        + "(or Settings > Authentication, SSO and API > OAuth Applications)";
}
