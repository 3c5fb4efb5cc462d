using Lucca.Http;

namespace Lucca.Api;

/// <summary>Finds ids in a list where the API has no id filter. Reads the list only as far as needed, and keeps it.</summary>
internal sealed class ListedResources<T>(ResourceClient<T> client, IReadOnlyList<string> include)
    where T : Resource
{
    private readonly Dictionary<string, T> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spellings = new(StringComparer.Ordinal);
    private IAsyncEnumerator<Page<T>>? _pages;
    private bool _isComplete;
    private bool _canHide;
    private int _pageSize;
    private long? _total;

    /// <summary>Adds the ids that are cheaper to find in the list. The others have to be requested one by one.</summary>
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

        // Only the server can judge another spelling of a listed id.
        foreach (var id in _isComplete && !_canHide ? ids.Where(id => !_spellings.Contains(IdSpelling.Normal(id))) : [])
        {
            found.TryAdd(id, Found<T>.Nothing(client.Descriptor.Label, id));
        }
    }

    /// <summary>The first page shows the total; from then on, compares the remaining pages with the missing ids.</summary>
    private bool IsCheaper(int missing) => missing > 0 && !_isComplete && RemainingPages <= missing;

    /// <summary>1 before the first page; no end when the total is unknown.</summary>
    private long RemainingPages =>
        _pages is null ? 1 : _total is { } total ? (total - _resources.Count + _pageSize - 1) / _pageSize : long.MaxValue;

    private async Task<bool> ReadPageAsync(CancellationToken cancellationToken)
    {
        _pages ??= client.ReadAsync([], ListWindow.All, new ReadOptions { Include = include }, keep: null, CancellationToken.None)
            .GetAsyncEnumerator(cancellationToken);
        try
        {
            _isComplete = !await _pages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (LuccaException)
        {
            // A failed iterator would report the end of the list.
            _pages = null;
            throw;
        }

        if (!_isComplete)
        {
            Take(_pages.Current);
        }

        return !_isComplete;
    }

    /// <summary>A malformed item exists: requested alone, it shows what is wrong. One without an id may be any id.</summary>
    private void Add(MalformedItem malformed)
    {
        if (malformed.Id is { } id)
        {
            _spellings.Add(IdSpelling.Normal(id));
        }
        else
        {
            _canHide = true;
        }
    }

    private void Take(Page<T> page)
    {
        _total = page.TotalCount ?? _total;
        _canHide |= page.HasMoved;
        _pageSize = Math.Max(_pageSize, Math.Max(1, page.Count));
        foreach (var resource in page.Items(Add))
        {
            _resources.TryAdd(resource.Id, resource);
            _spellings.Add(IdSpelling.Normal(resource.Id));
        }
    }
}
