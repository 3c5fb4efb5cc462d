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
}
