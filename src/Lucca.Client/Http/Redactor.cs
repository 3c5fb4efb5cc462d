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
    public static string Text(string text) => Dotted().Replace(Bearer().Replace(Assignment().Replace(Member().Replace(text, Hidden), Hidden), "$1" + Hidden), HideJwt);

    /// <summary>Looks for the beginning of a JWT within a run of dotted words. A pattern that began to match at each of many beginnings would take seconds over a page of them.</summary>
    private static string HideJwt(Match run)
    {
        var start = 0;
        while (run.Value.IndexOf("eyJ", start, StringComparison.Ordinal) is >= 0 and var found && run.Value.IndexOf('.', found) is >= 0 and var dot)
        {
            if (dot - found >= 11)
            {
                return run.Value[..found] + Hidden;
            }

            start = dot;
        }

        return run.Value;
    }

    // The closing quote may be missing where a text was cut; quotes are escaped where JSON is quoted within JSON.
    [GeneratedRegex("""(?<="[^"]*(?:secret|token|password|assertion)\\*"\s*:\s*\\*")(?:[^"\\]|\\.)+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex("""(?<=(?:token|secret|password|assertion|signature)(?:=|%3D))[^&#\s"'<>\\]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    [GeneratedRegex("""(\bBearer\s{1,9})[\w.~+/=-]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();

    [GeneratedRegex("""(?>[\w-]+)(?:\.(?>[\w-]*))+""", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();
}
