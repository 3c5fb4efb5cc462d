using System.Text.RegularExpressions;

namespace Lucca.Http;

/// <summary>Hides secrets in whatever the module prints about its requests. Headers are shown by allow-list; the rest is hidden.</summary>
internal static partial class Redactor
{
    private const string Hidden = "***";

    private static readonly HashSet<string> ShownHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Accept-Ranges", "Age", "Api-Version", "Cache-Control", "Connection", "Content-Disposition",
        "Content-Encoding", "Content-Length", "Content-Type", "Date", "Deprecation", "ETag", "Expect", "Host", "If-Match",
        "If-None-Match", "Last-Modified", "Retry-After", "Server", "Sunset", "Transfer-Encoding", "User-Agent", "Vary",
        "X-Request-Id", "X-Trace-Id",
    };

    /// <summary>A header's value, or stars when it is not on the list.</summary>
    public static string Header(string name, string value) => ShownHeaders.Contains(name) ? Text(value) : Hidden;

    /// <summary>A reply's header for a caller who asks for all: hidden only where it is a secret by its nature.</summary>
    public static string ReplyHeader(string name, string value) =>
        name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) || name.Contains("Authorization", StringComparison.OrdinalIgnoreCase) ? Hidden : Text(value);

    /// <summary>Path and query of an address with tokens hidden.</summary>
    public static string PathAndQuery(Uri uri) => Text(uri.PathAndQuery);

    /// <summary>Any text with what looks like a secret hidden: token and secret members of JSON and forms, tokens in addresses, bearer tokens, JWTs.</summary>
    public static string Text(string text) => Jwt().Replace(Bearer().Replace(Assignment().Replace(Member().Replace(text, Hidden), Hidden), Hidden), Hidden);

    // The closing quote may be missing where a text was cut; quotes are escaped where JSON is quoted within JSON.
    [GeneratedRegex("""(?<="[^"]*(?:secret|token|password|assertion)\\*"\s*:\s*\\*")(?:[^"\\]|\\.)+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex("""(?<=(?:token|secret|password|assertion|signature)(?:=|%3D))[^&#\s"'<>\\]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    [GeneratedRegex("""(?<=\bBearer\s+)[\w.~+/=-]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();

    [GeneratedRegex("""\beyJ[\w-]{8,}(?:\.[\w-]+){1,4}""", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();
}
