using System.Globalization;
using System.Text;

namespace Lucca.PowerShell.Downloads;

/// <summary>
/// Reduces a file name that a server gave to one that is harmless in any folder on any system: one leaf, no control or direction
/// characters, no reserved name of Windows, of a bounded length.
/// </summary>
internal static class SafeFileName
{
    /// <summary>File systems take 255 bytes or UTF-16 units; this leaves room for the temporary name.</summary>
    private const int MaxBytes = 200;

    private static readonly HashSet<string> Reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }),
            .. "¹²³".SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether Windows reserves a leaf for a device, as before Windows 11: with any extension. Such a file is trouble wherever it is
    /// copied.
    /// </summary>
    public static bool IsReserved(string leaf) => Reserved.Contains(leaf.Split('.')[0].TrimEnd());

    /// <summary>A safe leaf.</summary>
    /// <param name="proposed">What the server proposes; null for nothing.</param>
    /// <param name="fallback">A safe name for when nothing harmless is left.</param>
    public static string From(string? proposed, string fallback)
    {
        var leaf = (proposed ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(leaf.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(IsHarmless)).Trim().TrimEnd('.', ' ');
        if (clean.Trim('.', ' ', '_').Length == 0)
        {
            return fallback;
        }

        return Shorten(IsReserved(clean) ? "_" + clean : clean);
    }

    private static bool IsHarmless(Rune rune) =>
        !"<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>Cuts the stem and keeps a short extension, never within a character.</summary>
    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name) is { Length: <= 16 } brief ? brief : "";
        var stem = new StringBuilder();
        var room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        foreach (var rune in name[..^extension.Length].EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            stem.Append(rune);
        }

        return stem.ToString().TrimEnd('.', ' ') + extension;
    }
}
