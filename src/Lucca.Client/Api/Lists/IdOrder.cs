using System.Globalization;

namespace Lucca.Api;

/// <summary>The default order of lists: ids that are numbers by value, then the others as text.</summary>
internal sealed class IdOrder : IComparer<string>
{
    public static IComparer<string> Ascending { get; } = new IdOrder();

    public static IComparer<string> Descending { get; } = Comparer<string>.Create(static (x, y) => Ascending.Compare(y, x));

    public int Compare(string? x, string? y) => (Number(x), Number(y)) switch
    {
        ({ } first, { } second) => first.CompareTo(second),
        (null, null) => string.CompareOrdinal(x, y),
        (null, _) => 1,
        _ => -1,
    };

    private static ulong? Number(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
