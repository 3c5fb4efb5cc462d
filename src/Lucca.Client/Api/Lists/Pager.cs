using System.Globalization;
using System.Runtime.CompilerServices;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Reads a list page by page and returns the requested window, whatever the size of the pages.</summary>
internal sealed class Pager<T>(
    Transport transport,
    CallNotes notes,
    LuccaRequest list,
    ReadOptions options,
    ResourceDescriptor<T> resource,
    Func<T, bool>? keep)
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
        var (skip, remaining) = (window.Skip, window.First ?? ulong.MaxValue);
        do
        {
            if (await FetchAsync(size, progress.Cursor, cancellationToken).ConfigureAwait(false) is not { } page)
            {
                yield break;
            }

            yield return page.Where(progress.Admit, withTotal: keep is null)
                .With(items => Cut(keep is null ? items : [.. items.Where(keep)], ref skip, ref remaining));
            if (remaining == 0)
            {
                // The rest is not requested: its count does not matter.
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

    /// <summary>A page; null when the caller's copy is current. Only the first page has the condition and the total.</summary>
    private Task<Page<T>?> FetchAsync(int size, string? cursor, CancellationToken cancellationToken)
    {
        // Only the links hold the next cursor.
        string[] include = [.. options.Include.Append("links").Distinct(StringComparer.Ordinal)];
        return cursor is null
            ? FetchAsync(size, cursor, [.. include, "totalCount"], options.Conditions, cancellationToken)
            : FetchAsync(size, cursor, include, [], cancellationToken);
    }

    /// <summary>The current total.</summary>
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

    private static List<T> Cut(IReadOnlyList<T> items, ref ulong skip, ref ulong remaining)
    {
        var skipped = (int)Math.Min(skip, (ulong)items.Count);
        var taken = (int)Math.Min(remaining, (ulong)(items.Count - skipped));
        skip -= (ulong)skipped;
        remaining -= (ulong)taken;
        return [.. items.Skip(skipped).Take(taken)];
    }
}

/// <summary>The part of a list to return.</summary>
/// <param name="Skip">How many items to skip at the start.</param>
/// <param name="First">The most items to return; null for all.</param>
/// <param name="WithTotal">Whether to return the number of all items too.</param>
public sealed record ListWindow(ulong Skip = 0, ulong? First = null, bool WithTotal = false)
{
    /// <summary>The whole list.</summary>
    public static ListWindow All { get; } = new();

    /// <summary>Whether one page holds the window.</summary>
    internal bool IsOnePage(int largest) => First is { } first && first <= (ulong)largest && Skip <= (ulong)largest - first;

    /// <summary>The page size that needs the fewest requests for the window, with few superfluous items.</summary>
    internal int PageSize(int largest) =>
        First is { } first && first < (ulong)largest && Skip < (ulong)largest - first ? (int)(Skip + first) : largest;
}
