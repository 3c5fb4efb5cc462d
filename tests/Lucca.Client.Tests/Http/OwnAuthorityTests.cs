using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Http;

/// <summary>Certificate authorities of one's own, against a real https server.</summary>
public sealed class OwnAuthorityTests
{
    [Fact]
    public async Task A_server_of_the_authority_is_trusted()
    {
        using var authority = MakeAuthority("CN=Mine");
        await using var server = await StartAsync(authority, names => names.AddIpAddress(IPAddress.Loopback));
        using var transport = Connect(server, authority);
        await transport.SignInAsync(new CallNotes(), CancellationToken.None);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_the_authority_nothing_is_sent()
    {
        using var authority = MakeAuthority("CN=Mine");
        await using var server = await StartAsync(authority, names => names.AddIpAddress(IPAddress.Loopback));
        using var transport = Connect(server, null);
        var error = await Assert.ThrowsAsync<LuccaException>(() => transport.SignInAsync(new CallNotes(), CancellationToken.None));
        Assert.Equal(LuccaErrorKind.Unavailable, error.Kind);
        Assert.Contains("Cannot open a secure connection", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Another_authority_does_not_do()
    {
        using var authority = MakeAuthority("CN=Mine");
        using var other = MakeAuthority("CN=Mine");
        await using var server = await StartAsync(authority, names => names.AddIpAddress(IPAddress.Loopback));
        using var transport = Connect(server, other);
        await Assert.ThrowsAsync<LuccaException>(() => transport.SignInAsync(new CallNotes(), CancellationToken.None));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_certificate_for_another_host_stays_refused()
    {
        using var authority = MakeAuthority("CN=Mine");
        await using var server = await StartAsync(authority, names => names.AddDnsName("elsewhere.example"));
        using var transport = Connect(server, authority);
        await Assert.ThrowsAsync<LuccaException>(() => transport.SignInAsync(new CallNotes(), CancellationToken.None));
        Assert.Empty(server.Requests);
    }

    private static Transport Connect(EmulatorServer server, X509Certificate2? authority) =>
        Transport.Create(new ConnectionOptions(server.Address)
    {
        TokenUri = new Uri(server.Address, "/connect/token"),
        Credential = new ClientCredential("emulator", new NetworkCredential("", "emulator-secret").SecurePassword),
        MaxRetries = 0,
        CertificateAuthorities = authority is null ? null : [authority],
    });

    private static X509Certificate2 MakeAuthority(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private static async Task<EmulatorServer> StartAsync(X509Certificate2 authority, Action<SubjectAlternativeNameBuilder> name)
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        name(names);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(
            authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(8));
        using var withKey = signed.CopyWithPrivateKey(key);

        // A key that lives in memory alone is not taken by every platform's TLS.
        return await EmulatorServer.StartAsync(
            address: new Uri("https://127.0.0.1:0"),
            certificate: X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), password: null));
    }
}
