using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Sessions;

/// <summary>Reads the address of a proxy as people write it: a host, with or without a port, or a URI.</summary>
internal static class ProxyAddress
{
    // Those that HttpClient has.
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>The proxy's address; http when nothing else is said.</summary>
    /// <exception cref="BadArgumentException">It is no such address, or it carries credentials, which errors and logs would
    /// repeat.</exception>
    public static Uri Parse(string text)
    {
        var withScheme = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        if (!Uri.TryCreate(withScheme, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || !Schemes.Contains(uri.Scheme))
        {
            throw new BadArgumentException($"'{text}' is not a proxy address, such as http://proxy.example.com:8080.", text);
        }

        return uri.UserInfo.Length == 0
            ? uri
            : throw new BadArgumentException(
                $"The proxy address '{uri.Authority}' contains a user name. Give credentials as -ProxyCredential.", text);
    }
}
