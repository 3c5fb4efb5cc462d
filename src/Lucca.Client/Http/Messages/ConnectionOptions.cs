using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Lucca.Http;

/// <summary>How a session talks to its tenant.</summary>
/// <param name="BaseUri">The tenant's address: https, or http on a loopback address.</param>
public sealed record ConnectionOptions(Uri BaseUri)
{
    /// <summary>The requests that a tenant takes in 60 s, from all its integrations together (docs/api.md#limits).</summary>
    public const int TenantRateLimit = 50;

    /// <summary>The only version of the API so far.</summary>
    public const string CurrentApiVersion = "2024-11-01";

    /// <summary>The token endpoint of all tenants (docs/api.md#signing-in).</summary>
    public static Uri DefaultTokenUri { get; } = new("https://accounts.world.luccasoftware.com/connect/token");

    /// <summary>The version named in each request.</summary>
    public string ApiVersion { get; init; } = CurrentApiVersion;

    /// <summary>The user agent of all requests, those for tokens included: gateways refuse requests without one.</summary>
    public string UserAgent { get; init; } = "Lucca-PowerShell";

    /// <summary>The token endpoint.</summary>
    public Uri TokenUri { get; init; } = DefaultTokenUri;

    /// <summary>The integration key; null when <see cref="Token"/> is given.</summary>
    public ClientCredential? Credential { get; init; }

    /// <summary>An access token to use as it is; null when <see cref="Credential"/> is given.</summary>
    public System.Security.SecureString? Token { get; init; }

    /// <summary>The scopes to ask for, space-separated; null for the least scope of each call.</summary>
    public string? Scope { get; init; }

    /// <summary>Requests in any 60 s; 0 for no limit.</summary>
    public int RateLimit { get; init; } = TenantRateLimit;

    /// <summary>The most retries of a call.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>The most that one call waits between its attempts, in all.</summary>
    public TimeSpan RetryBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait for a connection, for the first byte of a response, and for each further part of it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A proxy; null for the system's. To a loopback address no proxy is used, whichever it is.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Certificate authorities to trust besides those of the system; null for none.</summary>
    public X509Certificate2Collection? CertificateAuthorities { get; init; }

    /// <summary>A handler that replaces the network; null for the network.</summary>
    public HttpMessageHandler? Network { get; init; }

    /// <summary>The clock for limits, waits and the expiry of tokens.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
