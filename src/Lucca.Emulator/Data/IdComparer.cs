using System.Globalization;

namespace Lucca.Emulator.Lists;

/// <summary>The order of ids: numbers by value, then the others as text.</summary>
internal sealed class IdComparer : IComparer<string?>
{
    public static readonly IdComparer Instance = new();

    public int Compare(string? x, string? y)
        => (Number(x), Number(y)) switch
        {
            ({ } first, { } second) => first.CompareTo(second),
            (null, null) => string.CompareOrdinal(x, y),
            (null, _) => 1,
            _ => -1,
        };

    private static long? Number(string? id)
        => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
