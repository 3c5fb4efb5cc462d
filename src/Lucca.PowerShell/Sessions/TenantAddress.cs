using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Sessions;

/// <summary>Reads the address of a tenant as people write it: a host, or a URI without a path.</summary>
internal static class TenantAddress
{
    /// <summary>That of the tenant in memory, which is the vendor's own example.</summary>
    public static Uri Emulator { get; } = new("https://example.ilucca.net/");

    /// <summary>The tenant's address.</summary>
    /// <exception cref="BadArgumentException">It is no such address; the message says why and what it should look like.</exception>
    public static Uri Parse(string text)
    {
        var trimmed = text.Trim();
        var withScheme = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : "https://" + trimmed;
        if (!Uri.TryCreate(withScheme, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Bad(text, "it is not a host name");
        }

        return Check(uri, text) switch
        {
            { PathAndQuery: not "/" } or { Fragment.Length: > 0 } => throw Bad(text, "it has a path"),
            var good => good,
        };
    }

    /// <summary>
    /// Makes sure that an address keeps secrets: https, or http to this very machine, and no user name or password in it.
    /// </summary>
    /// <exception cref="BadArgumentException">It does not.</exception>
    public static Uri Check(Uri uri, string text)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http"))
        {
            throw Bad(text, "it is not an https address");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new BadArgumentException($"'{uri.Host}' contains a user name. Give credentials as -Credential.", text);
        }

        return uri.Scheme == "https" || uri.IsLoopback ? uri : throw Bad(text, "plain http would expose the token to the network");
    }

    private static BadArgumentException Bad(string text, string why) =>
        new($"Cannot connect to {InputText.Of(text)}: {why}. Give only the host of your tenant, such as example.ilucca.net.", null);
}
