using System.Text;
using System.Text.RegularExpressions;

namespace Lucca;

/// <summary>
/// Hides parts of a text. They are looked for in the text as it stands and in each form that undoing its escapes brings, since JSON,
/// addresses and HTML can all spell one name in many ways, and quote one another. The rest of the text stays as it was written.
/// </summary>
internal static partial class Masking
{
    private const string Mask = "***";

    /// <summary>How often a text may be quoted within another one.</summary>
    private const int MostRounds = 4;

    /// <summary>
    /// What undoes escapes, one kind at a time. The first of JSON and the first of addresses leave alone what would end a value, so that a
    /// value is seen whole before its own delimiters show.
    /// </summary>
    private static readonly (Regex Escape, Func<string, char?> Undo)[] Decoders =
    [
        (InJson(), static escape =>
            escape == @"\/" ? '/' : escape.Length == 2 ? null : Hex(escape.AsSpan(2), static c => c is not ('"' or '\\'))),
        (InJson(), static escape =>
            escape.Length > 2 ? Hex(escape.AsSpan(2), static _ => true) : "bfnrt".Contains(escape[1], StringComparison.Ordinal) ? ' ' : escape[1]),
        (InAddress(), static escape => Hex(escape.AsSpan(1), static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '~')),
        (InAddress(), static escape => Hex(escape.AsSpan(1), char.IsAscii)),
        (InHtml(), static escape => System.Net.WebUtility.HtmlDecode(escape) is [var c] ? c : null),
    ];

    /// <summary>A text with stars over what is found in any of its forms.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">Finds in a text what is to be hidden; none of it is empty.</param>
    public static string Hide(string text, Func<string, IEnumerable<(int Start, int Length)>> find)
    {
        List<(int Start, int End)> hidden = [];
        foreach (var form in Forms(text))
        {
            hidden.AddRange(find(form.Text).Select(part => (form.Places[part.Start].Start, form.Places[part.Start + part.Length - 1].End)));
        }

        return hidden.Count == 0 ? text : Cover(text, hidden);
    }

    /// <summary>Whether any form of a text holds something.</summary>
    public static bool Holds(string text, Func<string, bool> has) => Forms(text).Any(form => has(form.Text));

    /// <summary>
    /// The value of a member whose name says that it is a secret. The closing quote may be missing where a text was cut; quotes are escaped
    /// where JSON is quoted within JSON.
    /// </summary>
    [GeneratedRegex("""(?<="[^"]*(?:secret|token|password|assertion)\\*"\s*:\s*\\*")(?:[^"\\]|\\.)+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex SecretMember();

    private static string Cover(string text, List<(int Start, int End)> hidden)
    {
        hidden.Sort();
        var shown = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in hidden)
        {
            if (start >= at)
            {
                shown.Append(text, at, start - at).Append(Mask);
            }

            at = Math.Max(at, end);
        }

        return shown.Append(text, at, text.Length - at).ToString();
    }

    private static IEnumerable<Form> Forms(string text)
    {
        var form = new Form(text, new Places(null));
        yield return form;
        for (var (round, isNew) = (0, true); round < MostRounds && isNew; round++)
        {
            isNew = false;
            foreach (var (escape, undo) in Decoders)
            {
                if (Decode(form, escape, undo) is { } decoded)
                {
                    (form, isNew) = (decoded, true);
                    yield return form;
                }
            }
        }
    }

    private static Form? Decode(Form form, Regex escape, Func<string, char?> undo)
    {
        StringBuilder? decoded = null;
        List<(int Start, int End)> places = [];
        var at = 0;
        foreach (var match in escape.EnumerateMatches(form.Text))
        {
            if (undo(form.Text.Substring(match.Index, match.Length)) is { } c)
            {
                Copy(match.Index);
                decoded!.Append(c);
                places.Add((form.Places[match.Index].Start, form.Places[match.Index + match.Length - 1].End));
                at = match.Index + match.Length;
            }
        }

        if (decoded is null)
        {
            return null;
        }

        Copy(form.Text.Length);
        return new Form(decoded.ToString(), new Places(places));

        void Copy(int end)
        {
            decoded ??= new StringBuilder();
            decoded.Append(form.Text, at, end - at);
            places.AddRange(Enumerable.Range(at, end - at).Select(i => form.Places[i]));
        }
    }

    private static char? Hex(ReadOnlySpan<char> digits, Func<char, bool> mayBeUndone) =>
        (char)Convert.ToInt32(digits.ToString(), 16) is var c && mayBeUndone(c) ? c : null;

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|[^u])", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex InJson();

    [GeneratedRegex("%[0-9a-fA-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex InAddress();

    [GeneratedRegex("&(?:amp|quot|apos|lt|gt|#[0-9]{1,4}|#x[0-9a-fA-F]{1,4});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InHtml();

    /// <summary>A form of the text, and for each of its characters where that stands in the original.</summary>
    private sealed record Form(string Text, Places Places);

    private readonly record struct Places(List<(int Start, int End)>? Known)
    {
        public (int Start, int End) this[int index] => Known is null ? (index, index + 1) : Known[index];
    }
}
