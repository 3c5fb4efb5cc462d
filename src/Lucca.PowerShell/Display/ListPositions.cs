using System.Runtime.CompilerServices;
using Lucca.Api;

namespace Lucca.PowerShell.Display;

/// <summary>Numbers the items of a list as its pages come.</summary>
internal sealed class ListPositions(ListWindow window)
{
    private long _number;
    private long? _total;

    /// <summary>Numbers a page's items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="total">The number of all items, which comes with the first page; null when it did not.</param>
    public void Assign(IEnumerable<object> items, long? total)
    {
        _total ??= total is { } all
            ? Math.Min(
                Math.Max(0, all - (long)Math.Min(window.Skip, long.MaxValue)), (long)Math.Min(window.First ?? long.MaxValue, long.MaxValue))
            : null;
        foreach (var item in items)
        {
            _number++;
            if (_total is { } length)
            {
                ListPosition.Set(item, new ListPosition(_number, Math.Max(length, _number)));
            }
        }
    }
}

/// <summary>Where an object stood in the list that brought it: so that a command further down the pipeline can say how far it is.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Total">How many the list has.</param>
internal sealed record ListPosition(long Number, long Total)
{
    private static readonly ConditionalWeakTable<object, ListPosition> Known = [];

    /// <summary>An object's position; null when it came from no list, or the list did not say how long it is.</summary>
    public static ListPosition? Of(object? item) => item is not null && Known.TryGetValue(item, out var position) ? position : null;

    /// <summary>Remembers an object's position for as long as the object is in use.</summary>
    public static void Set(object item, ListPosition position) => Known.AddOrUpdate(item, position);
}
