using System.Text;
using System.Text.RegularExpressions;

namespace Lucca;

/// <summary>
/// Half a character, such as <c>\ud800</c> alone: JSON lets it be written (RFC 8259, 8.2), and text cannot hold it. A record is not worth
/// losing for one.
/// </summary>
internal static partial class HalfCharacter
{
    /// <summary>The JSON with the replacement character for each; null when there is none.</summary>
    public static byte[]? Replace(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        var whole = Escape().Replace(text, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value);
        return whole == text ? null : Encoding.UTF8.GetBytes(whole);
    }

    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
