using System.Runtime.CompilerServices;

namespace Lucca.Api;

/// <summary>
/// Merges several lists in the order of ids. Reads no list further than the requested window. The total is the sum of the lists' totals:
/// it counts an item once for each list that has it.
/// </summary>
internal sealed class MergedPager<T>(IReadOnlyList<Pager<T>> lists, bool isDescending, int largestPage)
    where T : Resource
{
    public async IAsyncEnumerable<Page<T>> PagesAsync(ListWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reach = window.First is { } first && first <= ulong.MaxValue - window.Skip ? window.Skip + first : (ulong?)null;
        var parts = new PageParts();
        var each = window with { Skip = 0, First = window.First == 0 ? 0 : reach };
        var readers = lists.Select(list => new ItemReader<T>(list.PagesAsync(each, cancellationToken), parts.Take)).ToList();
        try
        {
            var next = new PriorityQueue<ItemReader<T>, string>(isDescending ? IdOrder.Descending : IdOrder.Ascending);
            foreach (var reader in readers)
            {
                await EnqueueAsync(next, reader).ConfigureAwait(false);
            }

            var total = readers.TrueForAll(reader => reader.Total is not null) ? readers.Sum(reader => reader.Total) : null;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var (items, skip, remaining, isFirst) = (new List<T>(), window.Skip, window.First ?? ulong.MaxValue, true);
            while (remaining > 0 && next.TryDequeue(out var reader, out var id))
            {
                if (seen.Add(id) && (ulong)seen.Count > skip)
                {
                    items.Add(reader.Current!);
                    remaining--;
                }

                await EnqueueAsync(next, reader).ConfigureAwait(false);
                if (items.Count == largestPage)
                {
                    yield return parts.PageOf(items, isFirst ? total : null);
                    (items, isFirst) = ([], false);
                }
            }

            if (items.Count > 0 || isFirst || !parts.IsEmpty)
            {
                yield return parts.PageOf(items, isFirst ? total : null, isLast: true);
            }
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task EnqueueAsync(PriorityQueue<ItemReader<T>, string> next, ItemReader<T> reader)
    {
        if (await reader.MoveNextAsync().ConfigureAwait(false))
        {
            next.Enqueue(reader, reader.Current!.Id);
        }
    }

    /// <summary>Collects the other parts of the lists' pages until the next merged page.</summary>
    private sealed class PageParts
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private List<MalformedItem> _malformed = [];
        private Embedded _embedded = [];
        private bool _hasMoved;

        public bool IsEmpty => _malformed.Count == 0 && _embedded.Omitted.Count == 0 && !_hasMoved;

        public IReadOnlyList<T> Take(Page<T> page)
        {
            _hasMoved |= page.HasMoved;
            _embedded.Omitted.AddRange((page.Embedded?.Omitted ?? []).Where(_seen.Add));
            return page.Items(item => _malformed.AddRange(item.Id is null || _seen.Add(item.Id) ? [item] : []));
        }

        public Page<T> PageOf(IReadOnlyList<T> items, long? total, bool isLast = false)
        {
            var page = new Page<T>(items, _malformed)
            {
                TotalCount = total,
                HasMoved = isLast && _hasMoved,
                Embedded = _embedded.Omitted.Count > 0 ? _embedded : null,
            };
            (_malformed, _embedded) = ([], []);
            return page;
        }
    }
}
