using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Lucca.Http;

/// <summary>Trusts certificate authorities of one's own besides those of the system, as networks need whose proxies read the connections.</summary>
internal sealed class OwnAuthority(X509Certificate2Collection authorities)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The settings of a connection that trusts them.</summary>
    public SslClientAuthenticationOptions Options => new() { RemoteCertificateValidationCallback = IsTrusted };

    /// <summary>Only the chain is looked at again: a certificate for another host stays refused.</summary>
    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 server)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // authorities of one's own seldom publish what they revoked
        own.ChainPolicy.ApplicationPolicy.Add(new(ServerAuthentication));
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.ExtraStore.AddRange(chain?.ChainPolicy.ExtraStore ?? []);
        return own.Build(server);
    }
}
