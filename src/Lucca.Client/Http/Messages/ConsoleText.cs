using System.Globalization;
using System.Text.RegularExpressions;

namespace Lucca.Http;

/// <summary>
/// Makes a server's text safe for a console: control characters could move the cursor, and bidirectional marks could reorder a sentence.
/// </summary>
internal static partial class ConsoleText
{
    private const char Replacement = '\ufffd';

    /// <summary>One line: line ends and tabs become spaces.</summary>
    public static string Line(string text) => Clean(text, static c => c is '\r' or '\n' or '\t' ? ' ' : Replacement);

    /// <summary>Several lines: line ends and tabs stay.</summary>
    public static string Lines(string text) => Clean(text, static c => c is '\r' or '\n' or '\t' ? c : Replacement);

    /// <summary>JSON that is safe after its escapes are decoded, too.</summary>
    public static string InJson(string json) =>
        Escape().Replace(json, static escape => escape.Groups["unsafe"].Success ? @"\ufffd" : escape.Value);

    // The first alternative skips an escaped backslash: text follows it. Tabs and line ends are cleaned later.
    [GeneratedRegex(
        @"\\\\|(?<unsafe>\\u(?:00(?:0[0-8bcef]|1[0-9a-f]|7f|[89][0-9a-f])|202[89a-e]|206[6-9]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    private static string Clean(string text, Func<char, char> replace) =>
        text.Any(IsUnsafe) ? string.Create(text.Length, (text, replace), static (clean, from) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = IsUnsafe(from.text[i]) ? from.replace(from.text[i]) : from.text[i];
            }
        }) : text;

    private static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
