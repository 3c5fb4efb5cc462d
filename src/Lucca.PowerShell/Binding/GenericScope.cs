using Lucca.Http;

namespace Lucca.PowerShell.Binding;

/// <summary>The scope that a path and a method suggest.</summary>
internal static class GenericScope
{
    public static string For(string path, string method)
    {
        var name = ApiScopes.NameFor(path.Split('/')[0]);
        return method is "GET" or "HEAD" or "OPTIONS" ? Scopes.Read(name) : Scopes.Write(name);
    }

    /// <summary>Whether the API has a scope, of a suggested name or of any other.</summary>
    public static bool IsKnown(string? scope) => ApiScopes.All.Any(known => known.Scope == scope);

    /// <summary>The error of a path that suggests a scope which nobody has: more likely it is mistyped than new.</summary>
    public static LuccaException Unknown(LinkUri path, LuccaException refused) => new(
        LuccaErrorKind.BadRequest,
        $"The path '{path}' is not one that the API is known to have, nor does the token endpoint know a scope of that name. Nothing was asked of the tenant. Check the spelling, such as departments or job-positions; Tab completes paths. If the path is new, name its scope with -Scope.",
        refused)
    {
        Attempts = refused.Attempts,
        TokenUri = refused.TokenUri,
        OAuthError = refused.OAuthError,
    };
}
