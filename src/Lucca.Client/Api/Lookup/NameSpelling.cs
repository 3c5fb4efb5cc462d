using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Lucca.Api;

/// <summary>Other ways to spell a name, which people take for the same: capital and small letters, accents left out, blanks around.</summary>
internal static class NameSpelling
{
    /// <summary>Letters of European names after the plain ones; a runtime without culture data cannot take accents off.</summary>
    private static readonly FrozenDictionary<char, string> Plain = new[]
    {
        "A ÀÁÂÃÄÅĀĂĄǍ", "AE Æ", "C ÇĆĈĊČ", "D ĎĐÐ", "E ÈÉÊËĒĔĖĘĚ", "G ĜĞĠĢ", "H ĤĦ", "I ÌÍÎÏĨĪĬĮİı", "J Ĵ", "K Ķ", "L ĹĻĽĿŁ", "N ÑŃŅŇ",
        "O ÒÓÔÕÖØŌŎŐǑ", "OE Œ", "R ŔŖŘ", "S ŚŜŞŠȘ", "SS ßẞ", "T ŢŤŦȚ", "U ÙÚÛÜŨŪŬŮŰŲǓ", "W Ŵ", "Y ÝŶŸ", "Z ŹŻŽ",
    }.Select(line => line.Split(' ')).SelectMany(line => line[1].Select(letter => (Letter: letter, Plain: line[0]))).ToFrozenDictionary(pair => pair.Letter, pair => pair.Plain);

    /// <summary>One text for all ways to spell a name.</summary>
    public static string Normal(string name)
    {
        var trimmed = name.Trim();
        if (Ascii.IsValid(trimmed))
        {
            return trimmed.ToUpperInvariant();
        }

        // Half of a surrogate pair cannot be normalized; a rune stands for it.
        var normal = new StringBuilder(trimmed.Length);
        foreach (var letter in string.Concat(trimmed.EnumerateRunes()).Normalize(NormalizationForm.FormD).ToUpperInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                _ = Plain.TryGetValue(letter, out var plain) ? normal.Append(plain) : normal.Append(letter);
            }
        }

        return normal.ToString();
    }
}
