namespace Lucca.Http;

/// <summary>The forms of the API's OAuth scopes: <c>{resource}.readonly</c> and <c>{resource}.readwrite</c>.</summary>
public static class Scopes
{
    private const string ReadSuffix = ".readonly";
    private const string WriteSuffix = ".readwrite";

    /// <summary>
    /// By their pages, definitions of attributes have their own scopes; by the API's description they use those of the attributes. A tenant
    /// may do either.
    /// </summary>
    private const string Definitions = "employee-attribute-definitions";
    private const string Attributes = "employee-attributes";

    /// <summary>The scope to read a resource.</summary>
    /// <param name="resource">The scope's resource, such as <c>departments</c>.</param>
    public static string Read(string resource) => resource + ReadSuffix;

    /// <summary>The scope to write a resource, which allows reading as well.</summary>
    /// <param name="resource">The scope's resource, such as <c>files</c>.</param>
    public static string Write(string resource) => resource + WriteSuffix;

    /// <summary>The scope that allows the same and more; null when the API has none.</summary>
    internal static string? Wider(string scope) =>
        scope.EndsWith(ReadSuffix, StringComparison.Ordinal) && Write(scope[..^ReadSuffix.Length]) is var wider && ApiScopes.Has(wider)
            ? wider
            : null;

    /// <summary>The scopes that allow a call, the least first. Each is requested when the integration key lacks the one before.</summary>
    internal static IReadOnlyList<string> ThatAllow(string scope)
    {
        var scopes = new List<string>();
        string[] alternatives = scope.StartsWith(Definitions + ".", StringComparison.Ordinal)
            ? [scope, Attributes + scope[Definitions.Length..]]
            : [scope];
        foreach (var one in alternatives)
        {
            scopes.Add(one);
            if (Wider(one) is { } wider)
            {
                scopes.Add(wider);
            }
        }

        return scopes;
    }

    /// <summary>The requested scopes that were not granted; empty when all were, or when the grant names no scopes.</summary>
    /// <param name="asked">The scopes asked for, space-separated.</param>
    /// <param name="granted">The scopes granted, space-separated; null when they are those asked for.</param>
    internal static string Missing(string asked, string? granted)
    {
        if (granted is null)
        {
            return "";
        }

        string[] all = granted.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var scopes = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', scopes.Where(scope => !ThatAllow(scope).Any(all.Contains)));
    }
}
