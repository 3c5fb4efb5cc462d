using System.Globalization;
using System.Runtime.CompilerServices;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Goes through a list page by page and cuts the wanted window out of it, whatever the size of the pages that come.</summary>
internal sealed class Pager<T>(Transport transport, CallNotes notes, LuccaRequest list, ReadOptions options, ResourceDescriptor<T> resource, Func<T, bool>? keep)
    where T : Resource
{
    private readonly FilterGuard<T> _guard = new(resource, list.Query);

    public async IAsyncEnumerable<Page<T>> PagesAsync(ListWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (window is { First: 0, WithTotal: false })
        {
            yield break;
        }

        // With a client-side filter, page size and total do not follow the window.
        var size = keep is null ? window.PageSize(resource.MaxPageSize) : resource.MaxPageSize;
        var progress = new ListProgress(size);
        var (skip, left) = (window.Skip, window.First ?? ulong.MaxValue);
        do
        {
            if (await FetchAsync(size, progress.Cursor, cancellationToken).ConfigureAwait(false) is not { } page)
            {
                yield break;
            }

            yield return page.Where(progress.Admit, withTotal: keep is null)
                .With(items => Cut(keep is null ? items : [.. items.Where(keep)], ref skip, ref left));
            if (left == 0)
            {
                // The rest is not wanted, so nothing has to be known of it.
                yield break;
            }

            progress.MoveNext(page.TotalCount, page.Links is not null, page.Links?.GetValueOrDefault("next")?.Href);
        }
        while (progress.Cursor is not null);

        if (progress.HasMoved(progress.IsInDoubt ? await CountAsync(cancellationToken).ConfigureAwait(false) : null))
        {
            yield return new Page<T>([], []) { HasMoved = true };
        }
    }

    /// <summary>A page; null when the condition shows that the caller's copy is current. The first page alone has one, and the total.</summary>
    private Task<Page<T>?> FetchAsync(int size, string? cursor, CancellationToken cancellationToken)
    {
        // The next cursor comes with the links only.
        string[] include = [.. options.Include.Append("links").Distinct(StringComparer.Ordinal)];
        return cursor is null
            ? FetchAsync(size, cursor, [.. include, "totalCount"], options.Conditions, cancellationToken)
            : FetchAsync(size, cursor, include, [], cancellationToken);
    }

    /// <summary>The total as it is now.</summary>
    private async Task<long?> CountAsync(CancellationToken cancellationToken) =>
        (await FetchAsync(size: 0, cursor: null, ["totalCount"], [], cancellationToken).ConfigureAwait(false))?.TotalCount;

    private async Task<Page<T>?> FetchAsync(
        int size,
        string? cursor,
        string[] include,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        CancellationToken cancellationToken)
    {
        var query = list.Query.Copy();
        query.Add("limit", size.ToString(CultureInfo.InvariantCulture));
        query.Add("page", cursor is null ? null : [cursor]);
        query.Add("include", include);
        var fetched = await transport.ReadJsonAsync(
            list with { Query = query, Headers = headers },
            notes,
            body => PageReader.Read<T>(body, resource.ModelWith(options.Include, transport.Json), options.Include.Contains("links")),
            cancellationToken).ConfigureAwait(false);
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
