using Lucca.Api;
using Lucca.Http;

namespace Lucca.PowerShell.Raw;

/// <summary>The scope that a path and a method suggest.</summary>
internal static class RawScope
{
    public static string For(string path, string method)
    {
        var name = ApiScopes.NameFor(path.Split('/')[0]);
        return method is "GET" or "HEAD" or "OPTIONS" ? Scopes.Read(name) : Scopes.Write(name);
    }

    /// <summary>Whether the API has a scope, of a suggested name or of any other.</summary>
    public static bool IsKnown(string? scope) => ApiScopes.All.Any(known => known.Scope == scope);

    /// <summary>
    /// The resource of a path that has a scope and no published path, such as <c>leaves</c> (docs/api.md#not-published); null for any
    /// other.
    /// </summary>
    public static string? Unpublished(LuccaRequest request)
    {
        var name = request.Path.Split('/')[1];
        return IsKnown(Scopes.Read(ApiScopes.NameFor(name))) && Resources.All.All(resource => resource.Path != name) ? name : null;
    }

    /// <summary>The error of a path that is not published and that the tenant does not have, or not for this key.</summary>
    public static LuccaException NotPublished(string name, LuccaException refused) => new(
        refused.Kind,
        $"{refused.Message} Lucca publishes no path for {name}.",
        refused)
    {
        Status = refused.Status,
        Problem = refused.Problem,
        Attempts = refused.Attempts,
        TokenUri = refused.TokenUri,
        OAuthError = refused.OAuthError,
        TraceId = refused.TraceId,
        Response = refused.Response,
    };

    /// <summary>The error of a path that suggests a scope which nobody has: more likely it is mistyped than new.</summary>
    public static LuccaException Unknown(LinkUri path, LuccaException refused) => new(
        LuccaErrorKind.BadRequest,
        $"Unknown path '{path}': the token endpoint knows no scope of that name either. Nothing was sent to the tenant. "
        + "Check the spelling, such as departments or job-positions; Tab completes paths. "
        + "If the path is new, give its scope with -Scope.",
        refused)
    {
        Attempts = refused.Attempts,
        TokenUri = refused.TokenUri,
        OAuthError = refused.OAuthError,
    };
}
