using System.Collections;
using System.Management.Automation;
using System.Net;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <content>How requests travel, whatever the key.</content>
public sealed partial class ConnectLuccaCommand
{
    /// <summary>The version of the API.</summary>
    [Parameter]
    [ValidateLength(1, 10)]
    [OneText]
    public string ApiVersion { get; set; } = ConnectionOptions.CurrentApiVersion;

    /// <summary>How requests name who makes them, in place of the module and its version.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? UserAgent { get; set; }

    /// <summary>Another token endpoint.</summary>
    [Parameter]
    [AddressArgument]
    public Uri? TokenUri { get; set; }

    /// <summary>The most requests in any 60 seconds; 0 for no limit.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int RateLimit { get; set; } = ConnectionOptions.TenantRateLimit;

    /// <summary>How many failures of a request are followed by another attempt.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>How many seconds to wait for a connection, for an answer, and for each further part of it.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>The address of a proxy, without credentials.</summary>
    [Parameter]
    [AddressArgument]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Gives the proxy the credentials of the user who runs PowerShell.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>A PEM file with certificate authorities to trust besides those of the system.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? CertificateAuthority { get; set; }

    private ConnectionOptions Common(Uri uri) => new(uri)
    {
        Scope = Scope is null ? null : string.Join(' ', Scope),
        ApiVersion = ApiVersion,
        UserAgent = UserAgent ?? DefaultUserAgent(),
        RateLimit = RateLimit,
        MaxRetries = MaxRetry,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        CertificateAuthorities = CertificateAuthority is null ? null : AuthorityFile.Read(SessionState, CertificateAuthority),
        Proxy = CreateProxy(),
    };

    /// <summary>Module, PowerShell and system, such as <c>Lucca-PowerShell/0.1.0 PowerShell/7.6.9 (Linux)</c>.</summary>
    private string DefaultUserAgent()
    {
        var shell = (SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary)?["PSVersion"];
        var system = OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux";
        return $"Lucca-PowerShell/{MyInvocation.MyCommand.Version} PowerShell/{shell} ({system})";
    }

    /// <summary>The proxy; null for the system's, to which no credentials are given: they would go to whichever it is.</summary>
    private WebProxy? CreateProxy()
    {
        if (Proxy is null)
        {
            return ProxyCredential is null && !ProxyUseDefaultCredentials
                ? null
                : throw new BadArgumentException(
                    $"-{(ProxyUseDefaultCredentials ? nameof(ProxyUseDefaultCredentials) : nameof(ProxyCredential))} needs -Proxy: "
                    + "give both.",
                    ProxyCredential?.UserName);
        }

        return ProxyCredential is null || !ProxyUseDefaultCredentials
            ? new WebProxy(ProxyAddress.Parse(Proxy.OriginalString))
            {
                UseDefaultCredentials = ProxyUseDefaultCredentials,
                Credentials = ProxyUseDefaultCredentials ? CredentialCache.DefaultCredentials : ProxyCredential?.GetNetworkCredential(),
            }
            : throw new BadArgumentException(
                "-ProxyCredential and -ProxyUseDefaultCredentials cannot be combined.", ProxyCredential.UserName);
    }
}
