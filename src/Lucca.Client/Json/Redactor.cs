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

    /// <summary>A response's header for a caller who asks for all: hidden only where it is a secret by its nature.</summary>
    public static string ResponseHeader(string name, string value) =>
        name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) || name.Contains("Authorization", StringComparison.OrdinalIgnoreCase) ? Hidden : Text(value);

    /// <summary>
    /// Any text with what looks like a secret hidden, however it is spelled: token and secret members of JSON and forms, tokens and
    /// credentials in addresses, bearer tokens, JWTs.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Secrets that are hidden wherever they stand.</param>
    public static string Text(string text, IEnumerable<string>? known = null) =>
        Masking.Hide(text, form => Find(form).Concat((known ?? []).SelectMany(secret => Find(form, secret))));

    /// <summary>A cause that may be shown: the one given, or where it says a secret, one that says the same without.</summary>
    /// <param name="cause">The cause; null for none.</param>
    public static Exception? Cause(Exception? cause) =>
        cause is null || cause.ToString() is var text && Text(text) == text
            ? cause
            : new RedactedException(Text(cause.Message), Cause(cause.InnerException));

    private static IEnumerable<(int Start, int Length)> Find(string text) =>
        new[] { Masking.SecretMember(), Assignment(), Credentials(), UserInfo() }
            .SelectMany(pattern => pattern.Matches(text))
            .Select(static match => (match.Index, match.Length))
            .Concat(Dotted().Matches(text).SelectMany(FindJwt));

    private static IEnumerable<(int Start, int Length)> Find(string text, string secret)
    {
        for (var at = 0; (at = text.IndexOf(secret, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += secret.Length)
        {
            yield return (at, secret.Length);
        }
    }

    /// <summary>Looks for the beginning of a JWT within a run of dotted words. A pattern that began to match at each of many beginnings would take seconds over a page of them.</summary>
    private static IEnumerable<(int Start, int Length)> FindJwt(Match run)
    {
        var start = 0;
        while (run.Value.IndexOf("eyJ", start, StringComparison.Ordinal) is >= 0 and var found && run.Value.IndexOf('.', found) is >= 0 and var dot)
        {
            if (dot - found >= 11)
            {
                return [(run.Index + found, run.Length - found)];
            }

            start = dot;
        }

        return [];
    }

    // What is hidden already stays as it is, with the end of its sentence.
    [GeneratedRegex("""(?<=(?:token|secret|password|assertion|signature)(?:=|%3D))(?!\*{3}[.,]?(?:\s|$))[^&#\s"'<>\\]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    [GeneratedRegex("""(?<=\bBearer\s{1,9})[\w.~+/=-]+|(?<=\bBasic\s{1,9})[A-Za-z0-9+/]{16,}=*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credentials();

    // Up to the last at sign before the path. A password that was not escaped may hold a slash: then what follows the colon is no port.
    [GeneratedRegex("""(?<=[a-z0-9]://)(?:[^\s"'<>/?#\\]{1,500}(?=@)|[^\s"'<>/?#:@]{0,500}:(?![0-9]{1,5}(?:[\s"'<>/?#\\]|$))[^\s"'<>]{0,500}(?=@))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    [GeneratedRegex("""(?>[\w-]+)(?:\.(?>[\w-]*))+""", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    /// <summary>Stands for a cause of another type, whose text held a secret.</summary>
    private sealed class RedactedException(string message, Exception? inner) : Exception(message, inner);
}
