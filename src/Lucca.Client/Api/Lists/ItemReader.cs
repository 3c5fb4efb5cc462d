namespace Lucca.Api;

/// <summary>Reads the pages of a list item by item.</summary>
/// <param name="list">The pages.</param>
/// <param name="onPage">Handles the rest of a page, malformed items too, and returns its items.</param>
internal sealed class ItemReader<T>(IAsyncEnumerable<Page<T>> list, Func<Page<T>, IReadOnlyList<T>> onPage) : IAsyncDisposable
    where T : Resource
{
    private readonly IAsyncEnumerator<Page<T>> _pages = list.GetAsyncEnumerator();
    private IReadOnlyList<T> _items = [];
    private int _index = -1;

    /// <summary>The current item; null before the first and after the last.</summary>
    public T? Current => _index >= 0 && _index < _items.Count ? _items[_index] : null;

    /// <summary>The number of items across all pages; null before the first is read, and when the server does not say.</summary>
    public long? Total { get; private set; }

    public async Task<bool> MoveNextAsync()
    {
        _index++;
        while (_index >= _items.Count)
        {
            if (!await _pages.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            (_items, _index) = (onPage(_pages.Current), 0);
            Total ??= _pages.Current.TotalCount;
        }

        return true;
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();
}
