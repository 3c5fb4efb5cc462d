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
        _total ??= total is { } all ? Math.Min(Math.Max(0, all - (long)Math.Min(window.Skip, long.MaxValue)), (long)Math.Min(window.First ?? long.MaxValue, long.MaxValue)) : null;
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
