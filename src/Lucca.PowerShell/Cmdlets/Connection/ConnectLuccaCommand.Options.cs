using System.Net;
using Lucca.Emulator;
using Lucca.Http;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What the parameters say of the connection.</content>
public sealed partial class ConnectLuccaCommand
{
    private ConnectionOptions CreateOptions() => ParameterSetName switch
    {
        EmulatorSet => EmulatorOptions(),
        EnvironmentSet =>
            NetworkOptions(Uri ?? EnvironmentCredential.Variable("LUCCA_URI")) with { Credential = EnvironmentCredential.Read() },
        SecretSet => NetworkOptions(Uri!) with { Credential = SecretVault.Read(this, SecretName!, Vault) },
        AccessTokenSet => NetworkOptions(Uri!) with { Token = AccessToken },
        _ => NetworkOptions(Uri!) with { Credential = new ClientCredential(Credential!.UserName, Credential.Password) },
    };

    private ConnectionOptions NetworkOptions(string address)
    {
        var uri = TenantAddress.Parse(address);

        // A loopback address is never a tenant of Lucca's: what answers there issues its own tokens.
        var tokenUri = TokenUri ?? (uri.IsLoopback ? new Uri(uri, "/connect/token") : ConnectionOptions.DefaultTokenUri);
        return Common(uri) with { TokenUri = TenantAddress.Check(tokenUri, tokenUri.OriginalString) };
    }

    private ConnectionOptions EmulatorOptions()
    {
        if (Today is { Year: < 2000 or > 2999 } day)
        {
            throw new BadArgumentException($"-Today is {day:yyyy-MM-dd}; the emulator takes days from 2000 to 2999.", $"{day:yyyy-MM-dd}");
        }

        var tenant = new Tenant(new TenantOptions { Today = Today });
        var uri = TenantAddress.Emulator;
        return Common(uri) with
        {
            RateLimit = MyInvocation.BoundParameters.ContainsKey(nameof(RateLimit)) ? RateLimit : 0,
            Network = new EmulatorHandler(tenant),
            TokenUri = new Uri(uri, "/connect/token"),
            Credential = new ClientCredential(
                tenant.Options.ClientId, new NetworkCredential("", tenant.Options.ClientSecret).SecurePassword),
        };
    }
}
