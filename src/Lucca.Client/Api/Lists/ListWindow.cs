namespace Lucca.Api;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Skip">How many items to leave out at the start.</param>
/// <param name="First">How many to return at the most; null for all.</param>
/// <param name="WithTotal">Whether the number of all items is wanted too.</param>
public sealed record ListWindow(ulong Skip = 0, ulong? First = null, bool WithTotal = false)
{
    /// <summary>The whole list.</summary>
    public static ListWindow All { get; } = new();

    /// <summary>Whether one page of a size holds all of it.</summary>
    internal bool IsOnePage(int largest) => First is { } first && first <= (ulong)largest && Skip <= (ulong)largest - first;

    /// <summary>The size of a page that brings the window in the fewest requests and hardly an item too many.</summary>
    internal int PageSize(int largest) => First is { } first && first < (ulong)largest && Skip < (ulong)largest - first ? (int)(Skip + first) : largest;
}
