using System.Globalization;
using System.Runtime.CompilerServices;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Goes through a list page by page and cuts the wanted window out of it, whatever the size of the pages that come.</summary>
internal sealed class Pager<T>(Transport transport, CallNotes notes, LuccaRequest list, ReadOptions options, ResourceDescriptor<T> resource, Func<T, bool>? keep)
    where T : Resource
{
    /// <summary>A server that keeps promising a next page without ever filling one is not believed forever.</summary>
    private const int MaxEmptyPages = 20;

    private readonly FilterGuard<T> _guard = new(resource, list.Query);

    public async IAsyncEnumerable<Page<T>> PagesAsync(ListWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (window is { First: 0, WithTotal: false })
        {
            yield break;
        }

        // How many come is no matter of how many are wanted, and neither is how many there are, when only some are kept.
        var size = (keep is null ? window.PageSize(resource.MaxPageSize) : resource.MaxPageSize).ToString(CultureInfo.InvariantCulture);
        var withTotal = window.WithTotal && keep is null;
        var cursors = new Cursors();
        var (skip, left, emptyPages) = (window.Skip, window.First ?? ulong.MaxValue, 0);
        do
        {
            if (await FetchAsync(size, cursors.Current, withTotal && cursors.Current is null, cancellationToken).ConfigureAwait(false) is not { } page)
            {
                yield break;
            }

            emptyPages = page.Count == 0 ? emptyPages + 1 : 0;
            yield return page.With(items => Cut(keep is null ? items : [.. items.Where(keep)], ref skip, ref left));
            cursors.MoveNext(page.Links?.GetValueOrDefault("next")?.Href);
            if (emptyPages == MaxEmptyPages && cursors.Current is not null)
            {
                throw new LuccaException(LuccaErrorKind.BadReply, $"The server named a next page {MaxEmptyPages} times without filling one: the list may never end.");
            }
        }
        while (left > 0 && cursors.Current is not null);
    }

    /// <summary>A page; null when the condition says that the caller's copy is still good. The first page alone has one.</summary>
    private async Task<Page<T>?> FetchAsync(string size, string? cursor, bool withTotal, CancellationToken cancellationToken)
    {
        var query = list.Query.Copy();
        var include = options.Include;
        query.Add("limit", size);
        query.Add("page", cursor is null ? null : [cursor]);

        // The next cursor comes with the links only.
        query.Add("include", [.. include.Append("links").Concat(withTotal ? ["totalCount"] : []).Distinct(StringComparer.Ordinal)]);
        var request = list with { Query = query, Headers = cursor is null ? options.Conditions : [] };
        var fetched = await transport.ReadJsonAsync(request, notes, body => PageReader.Read<T>(body, resource.ModelWith(include), include.Contains("links")), cancellationToken).ConfigureAwait(false);
        return fetched.Value?.With(_guard.Check);
    }

    private static List<T> Cut(IReadOnlyList<T> items, ref ulong skip, ref ulong left)
    {
        var skipped = (int)Math.Min(skip, (ulong)items.Count);
        var taken = (int)Math.Min(left, (ulong)(items.Count - skipped));
        skip -= (ulong)skipped;
        left -= (ulong)taken;
        return [.. items.Skip(skipped).Take(taken)];
    }
}
