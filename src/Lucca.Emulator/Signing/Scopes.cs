using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Signing;

/// <summary>The OAuth scopes that the API has.</summary>
internal static class Scopes
{
    /// <summary>The most characters that a token's scopes may have together.</summary>
    public const int MaxLength = 4000;

    private static readonly Lazy<HashSet<string>> All = new(() => [.. Catalogue.Kinds.SelectMany(kind => kind.ReadScopes)]);

    /// <summary>Whether the client may ask for a scope.</summary>
    public static bool IsGranted(TenantOptions options, string scope)
        => All.Value.Contains(scope) && (options.GrantedScopes is null || options.GrantedScopes.Contains(scope));
}
