using System.Text.RegularExpressions;

namespace Lucca.Http;

/// <summary>Hides secrets in messages and traces. An allow-list names the headers to show.</summary>
internal static partial class Redactor
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Hidden = "***";

    private static readonly HashSet<string> ShownHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Accept-Ranges", "Age", "Api-Version", "Cache-Control", "Connection", "Content-Disposition",
        "Content-Encoding", "Content-Length", "Content-Type", "Date", "Deprecation", "ETag", "Expect", "Host", "If-Match",
        "If-None-Match", "Last-Modified", "Retry-After", "Server", "Sunset", "Transfer-Encoding", "User-Agent", "Vary",
        "X-Request-Id", "X-Trace-Id",
    };

    /// <summary>A header's value, or stars when it is not on the allow-list.</summary>
    public static string Header(string name, string value) => ShownHeaders.Contains(name) ? Text(value) : Hidden;

    /// <summary>A response's header for a caller who wants all: only secret ones are hidden.</summary>
    public static string ResponseHeader(string name, string value) =>
        name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) || name.Contains("Authorization", StringComparison.OrdinalIgnoreCase)
            ? Hidden
            : Text(value);

    /// <summary>
    /// A text with its secrets hidden, in any encoding: token and secret members of JSON and forms, tokens and credentials in addresses,
    /// bearer tokens, JWTs.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Secrets to hide wherever they appear.</param>
    public static string Text(string text, IEnumerable<string>? known = null) =>
        Masking.Hide(text, form => Find(form).Concat((known ?? []).SelectMany(secret => Find(form, secret))));

    /// <summary>The cause, or a redacted copy when its text holds a secret.</summary>
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

    /// <summary>Finds a JWT within dotted words. A regular expression would take seconds over a page of them.</summary>
    private static IEnumerable<(int Start, int Length)> FindJwt(Match run)
    {
        var start = 0;
        while (run.Value.IndexOf("eyJ", start, StringComparison.Ordinal) is >= 0 and var found
            && run.Value.IndexOf('.', found) is >= 0 and var dot)
        {
            if (dot - found >= 11)
            {
                return [(run.Index + found, run.Length - found)];
            }

            start = dot;
        }

        return [];
    }

    // Skips values that are hidden already, with the punctuation after them.
    [GeneratedRegex(
        "(?<=" + Masking.SecretName + """[\w.-]*(?:=|%3D))(?!\*{3}[.,]?(?:\s|$))[^&#\s"'<>\\]+""", Options)]
    private static partial Regex Assignment();

    [GeneratedRegex("""(?<=\bBearer\s{1,9})[\w.~+/=-]+|(?<=\bBasic\s{1,9})[A-Za-z0-9+/]{16,}=*""", Options)]
    private static partial Regex Credentials();

    // Up to the last at sign before the path. An unescaped password may hold a slash: then the text after the colon is not a port.
    [GeneratedRegex(
        """(?<=[a-z0-9]://)(?:[^\s"'<>/?#\\]{1,500}(?=@)|"""
        + """[^\s"'<>/?#:@]{0,500}:(?![0-9]{1,5}(?:[\s"'<>/?#\\]|$))[^\s"'<>]{0,500}(?=@))""",
        Options)]
    private static partial Regex UserInfo();

    [GeneratedRegex("""(?>[\w-]+)(?:\.(?>[\w-]*))+""", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    /// <summary>Replaces a cause whose text holds a secret.</summary>
    private sealed class RedactedException(string message, Exception? inner) : Exception(message, inner);
}
