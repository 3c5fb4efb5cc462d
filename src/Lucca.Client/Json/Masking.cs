using System.Text;
using System.Text.RegularExpressions;

namespace Lucca;

/// <summary>
/// Hides parts of a text. Searches the text and each decoded form of it, since JSON, addresses and HTML have many escapes and quote one
/// another. The rest of the text stays unchanged.
/// </summary>
internal static partial class Masking
{
    /// <summary>
    /// What the name of a secret contains: of a member of JSON, a field of a form, an entry of a table. Names of facts about a secret, and
    /// those of secretaries, are none.
    /// </summary>
    public const string SecretName =
        "(?:secret(?!ar(?:y|ies|iat))|token|password|assertion|signature)"
        + """(?![._-]?(?:type|expir\w*|endpoint|date|status|count)(?:[^\w]|$))""";

    private const string Mask = "***";

    /// <summary>The deepest nesting of quoted texts.</summary>
    private const int MaxDepth = 4;

    /// <summary>
    /// The decoders, one kind of escape each. The first for JSON and the first for addresses keep escapes of delimiters, so that a value is
    /// found whole before its delimiters appear.
    /// </summary>
    private static readonly (Regex Escape, Func<string, char?> Undo)[] Decoders =
    [
        (InJson(), static escape =>
            escape == @"\/" ? '/' : escape.Length == 2 ? null : Hex(escape.AsSpan(2), static c => c is not ('"' or '\\'))),
        (InJson(), static escape =>
            escape.Length > 2 ? Hex(escape.AsSpan(2), static _ => true)
            : "bfnrt".Contains(escape[1], StringComparison.Ordinal) ? ' '
            : escape[1]),
        (InAddress(), static escape => Hex(escape.AsSpan(1), static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '~')),
        (InAddress(), static escape => Hex(escape.AsSpan(1), char.IsAscii)),
        (InHtml(), static escape => System.Net.WebUtility.HtmlDecode(escape) is [var c] ? c : null),
    ];

    /// <summary>Replaces the parts found in any form of a text by stars.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">Finds the parts to hide; none is empty.</param>
    public static string Hide(string text, Func<string, IEnumerable<(int Start, int Length)>> find)
    {
        List<(int Start, int End)> hidden = [];
        foreach (var form in Forms(text))
        {
            hidden.AddRange(find(form.Text).Select(part => (form.Places[part.Start].Start, form.Places[part.Start + part.Length - 1].End)));
        }

        return hidden.Count == 0 ? text : Cover(text, hidden);
    }

    /// <summary>Whether any form of a text matches.</summary>
    public static bool Holds(string text, Func<string, bool> has) => Forms(text).Any(form => has(form.Text));

    /// <summary>
    /// The value of a member with a secret's name. A truncated text may lack the closing quote; JSON within JSON has escaped quotes.
    /// </summary>
    [GeneratedRegex(
        """(?<="[^"\\]{0,100}?""" + SecretName + """[^"\\]{0,100}\\*"\s*:\s*\\*")(?:[^"\\]|\\.)+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex SecretMember();

    /// <summary>Whether a name is that of a secret.</summary>
    [GeneratedRegex(SecretName, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex NameOfSecret();

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
        for (var (round, isNew) = (0, true); round < MaxDepth && isNew; round++)
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

    /// <summary>A decoded form of the text, with the original position of each character.</summary>
    private sealed record Form(string Text, Places Places);

    private readonly record struct Places(List<(int Start, int End)>? Positions)
    {
        public (int Start, int End) this[int index] => Positions is null ? (index, index + 1) : Positions[index];
    }
}
