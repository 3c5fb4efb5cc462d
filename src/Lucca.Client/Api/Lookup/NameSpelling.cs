using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Lucca.Api;

/// <summary>Ignores case, accents and surrounding spaces in names.</summary>
internal static class NameSpelling
{
    /// <summary>Plain letters, each with its accented forms: a runtime without culture data cannot remove accents.</summary>
    private static readonly FrozenDictionary<char, string> Plain = new[]
    {
        "A ÀÁÂÃÄÅĀĂĄǍ", "AE Æ", "C ÇĆĈĊČ", "D ĎĐÐ", "E ÈÉÊËĒĔĖĘĚ", "G ĜĞĠĢ", "H ĤĦ", "I ÌÍÎÏĨĪĬĮİı", "J Ĵ", "K Ķ",
        "L ĹĻĽĿŁ", "N ÑŃŅŇ",
        "O ÒÓÔÕÖØŌŎŐǑ", "OE Œ", "R ŔŖŘ", "S ŚŜŞŠȘ", "SS ßẞ", "T ŢŤŦȚ", "U ÙÚÛÜŨŪŬŮŰŲǓ", "W Ŵ", "Y ÝŶŸ", "Z ŹŻŽ",
    }.Select(line => line.Split(' '))
        .SelectMany(line => line[1].Select(letter => (Letter: letter, Plain: line[0])))
        .ToFrozenDictionary(pair => pair.Letter, pair => pair.Plain);

    /// <summary>The same text for all spellings of a name.</summary>
    public static string Normal(string name)
    {
        var trimmed = name.Trim();
        if (Ascii.IsValid(trimmed))
        {
            return trimmed.ToUpperInvariant();
        }

        // Half of a surrogate pair cannot be normalized; EnumerateRunes replaces it.
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
