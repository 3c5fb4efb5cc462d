using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Lucca.Http;

/// <summary>Trusts further certificate authorities besides the system's, for networks whose proxies intercept TLS.</summary>
internal sealed class OwnAuthority(X509Certificate2Collection authorities)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The settings of a connection that trusts them.</summary>
    public SslClientAuthenticationOptions Options => new() { RemoteCertificateValidationCallback = IsTrusted };

    /// <summary>Checks the chain again, and nothing else: a certificate for another host stays refused.</summary>
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
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // private authorities seldom publish revocations
        own.ChainPolicy.ApplicationPolicy.Add(new(ServerAuthentication));
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.ExtraStore.AddRange(chain?.ChainPolicy.ExtraStore ?? []);
        return own.Build(server);
    }
}
