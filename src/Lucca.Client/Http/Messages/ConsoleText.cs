using System.Globalization;
using System.Text.RegularExpressions;

namespace Lucca.Http;

/// <summary>
/// Makes others' words fit for a console: a control character could move the cursor, hide what was written or name a window, and one
/// that turns the direction of writing could make a sentence say something else.
/// </summary>
internal static partial class ConsoleText
{
    private const char Replacement = '\ufffd';

    /// <summary>One line: line ends and tabs become spaces.</summary>
    public static string Line(string text) => Clean(text, static c => c is '\r' or '\n' or '\t' ? ' ' : Replacement);

    /// <summary>Several lines: line ends and tabs stay.</summary>
    public static string Lines(string text) => Clean(text, static c => c is '\r' or '\n' or '\t' ? c : Replacement);

    /// <summary>JSON whose strings hold none of it either, once their escapes are undone.</summary>
    public static string InJson(string json) => Escape().Replace(json, static escape => escape.Groups["unfit"].Success ? @"\ufffd" : escape.Value);

    // An escaped backslash is passed over: what follows it is text. Tabs and line ends have their own escapes, and lines are made of sentences later on.
    [GeneratedRegex(@"\\\\|(?<unfit>\\u(?:00(?:0[0-8bcef]|1[0-9a-f]|7f|[89][0-9a-f])|202[89a-e]|206[6-9]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    private static string Clean(string text, Func<char, char> replace) =>
        text.Any(IsUnfit) ? string.Create(text.Length, (text, replace), static (clean, from) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = IsUnfit(from.text[i]) ? from.replace(from.text[i]) : from.text[i];
            }
        }) : text;

    private static bool IsUnfit(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
