namespace Lucca.Api;

/// <summary>A list gone through only as far as needed, and remembered, to answer for ids that the API cannot filter by.</summary>
internal sealed class ListedResources<T>(ResourceClient<T> client, IReadOnlyList<string> include)
    where T : Resource
{
    private readonly Dictionary<string, T> _resources = new(StringComparer.Ordinal);
    private IAsyncEnumerator<Page<T>>? _pages;
    private bool _isComplete;
    private long _total = long.MaxValue;

    /// <summary>Answers for the ids that the list is the cheaper way to find; leaves the others to be asked for one by one.</summary>
    public async Task FindAsync(IReadOnlyList<string> ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        do
        {
            foreach (var id in ids)
            {
                if (_resources.TryGetValue(id, out var resource))
                {
                    found.TryAdd(id, new Found<T>(resource, null));
                }
            }
        }
        while (IsCheaper(ids.Count - ids.Count(found.ContainsKey)) && await ReadPageAsync(cancellationToken).ConfigureAwait(false));

        foreach (var id in _isComplete ? ids : [])
        {
            found.TryAdd(id, Found<T>.Nothing(client.Descriptor.Name, id));
        }
    }

    /// <summary>The total comes with the first page, so one page is spent to know; from then on the remaining pages are weighed against the missing ids.</summary>
    private bool IsCheaper(int missing)
    {
        var pagesLeft = _total == long.MaxValue ? 1 : (_total - _resources.Count + client.Descriptor.MaxPageSize - 1) / client.Descriptor.MaxPageSize;
        return missing > 0 && !_isComplete && pagesLeft <= missing;
    }

    private async Task<bool> ReadPageAsync(CancellationToken cancellationToken)
    {
        // An enumeration that failed says afterwards that it is at its end. It is not kept then, so that no id passes for unknown.
        var pages = _pages ?? client.PagesAsync([], new ListWindow(WithTotal: true), include, CancellationToken.None).GetAsyncEnumerator(cancellationToken);
        _pages = null;
        if (!await pages.MoveNextAsync().ConfigureAwait(false))
        {
            _isComplete = true;
            return false;
        }

        _pages = pages;
        _total = pages.Current.TotalCount ?? _total;
        foreach (var resource in pages.Current.Items)
        {
            _resources.TryAdd(resource.Id, resource);
        }

        return true;
    }
}
