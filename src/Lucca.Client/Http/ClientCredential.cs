using System.Security;

namespace Lucca.Http;

/// <summary>An integration key: made in the tenant at <c>/identity/admin/integration-keys</c>.</summary>
/// <param name="ClientId">The client id.</param>
/// <param name="ClientSecret">The client secret, opened only while a token request is written.</param>
public sealed record ClientCredential(string ClientId, SecureString ClientSecret);
