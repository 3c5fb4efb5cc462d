using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Lucca.Emulator;

/// <summary>The access tokens that are valid.</summary>
internal sealed class TokenStore(TenantOptions options)
{
    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _issued = new(StringComparer.Ordinal);

    /// <summary>Issues an opaque token for a space-separated list of scopes.</summary>
    public string Issue(string scope)
    {
        var token = "emu_at_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(24)).ToLowerInvariant();
        var expiresAt = options.TimeProvider.GetUtcNow() + options.TokenLifetime;
        _grants[token] = new Grant(scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), expiresAt);
        _issued.AddOrUpdate(scope, 1, (_, count) => count + 1);
        return token;
    }

    /// <summary>What a token allows; null when it was never issued, was revoked, or has expired.</summary>
    public Grant? Find(string token)
        => _grants.TryGetValue(token, out var grant) && grant.ExpiresAt > options.TimeProvider.GetUtcNow() ? grant : null;

    /// <summary>Revokes all tokens; the counts stay.</summary>
    public void Clear() => _grants.Clear();

    public IReadOnlyDictionary<string, int> CountByScope() => new SortedDictionary<string, int>(_issued, StringComparer.Ordinal);
}

/// <summary>What an access token allows, and until when.</summary>
internal sealed record Grant(IReadOnlySet<string> Scopes, DateTimeOffset ExpiresAt);
