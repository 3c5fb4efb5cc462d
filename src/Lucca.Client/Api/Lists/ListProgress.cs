using Lucca.Http;

namespace Lucca.Api;

/// <summary>Tracks how far a list is read, and whether it is complete: the server ends it, and the count must agree.</summary>
/// <param name="pageSize">The number of items that a full page has.</param>
/// <remarks>
/// Uses only the <c>page</c> value of <c>links.next</c>: in the documented examples that link sometimes lacks the other parameters, and
/// it must not lead to another address.
/// </remarks>
public sealed class ListProgress(int pageSize)
{
    /// <summary>Give up after so many empty pages in a row.</summary>
    private const int MaxEmptyPages = 20;

    /// <summary>The longest cursor: the API accepts 8 kB of headers (docs/api.md#limits).</summary>
    private const int MaxLength = 4096;

    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private long? _total;
    private long _received;
    private long _duplicates;
    private (int New, int Duplicate) _page;
    private int _emptyPages;
    private bool _isStarted;

    /// <summary>The cursor of the next page; null for the first page, and after the last.</summary>
    public string? Cursor { get; private set; }

    /// <summary>How many items were received, and of how many; null when unknown.</summary>
    public (long Received, long? Total) Count => (_received, _total);

    /// <summary>Whether the total has to be requested again, to check that the list is complete.</summary>
    public bool IsInDoubt => _total is { } total && (_received != total || _duplicates > 0);

    /// <summary>Counts an item of a page.</summary>
    /// <param name="id">Its id; null when it has none.</param>
    /// <returns>False for a duplicate: items were inserted while the list was read.</returns>
    public bool Admit(string? id)
    {
        var isNew = id is null || _ids.Add(id);
        _page = isNew ? (_page.New + 1, _page.Duplicate) : (_page.New, _page.Duplicate + 1);
        return isNew;
    }

    /// <summary>Ends a page, after its items.</summary>
    /// <param name="total">The number of all items by this page; only that of the first page counts.</param>
    /// <param name="hasLinks">Whether the page has links at all.</param>
    /// <param name="next">The address of the next page; null on the last page.</param>
    /// <exception cref="LuccaException">
    /// The link has no usable cursor, the pages form a cycle or stay empty, or the list ends too early.
    /// </exception>
    public void MoveNext(long? total, bool hasLinks, LinkUri? next)
    {
        _total = _isStarted || total < 0 ? _total : total;
        _isStarted = true;
        var isFull = _page.New + _page.Duplicate >= pageSize;
        TakePage();
        var previous = Cursor;
        Cursor = next is null ? null : CursorOf(next);
        if (!hasLinks || (Cursor is not null && Cursor == previous))
        {
            // In the documented examples a last page links to itself (docs/api.md#lists).
            Cursor = null;
            if (isFull && _received != _total)
            {
                throw NotWhole(hasLinks ? "a full page links to itself as the next page" : "a full page has no link to the next page");
            }
        }
        else if (Cursor is not null && !_cursors.Add(Cursor))
        {
            throw Endless("The server's next page is an earlier page: the list would never end.");
        }
        else if (Cursor is not null && _emptyPages == MaxEmptyPages)
        {
            throw Endless($"The server sent {MaxEmptyPages} pages in a row without a new item: the list may never end.");
        }
    }

    /// <summary>Compares the items received with the total, at the end of the list.</summary>
    /// <param name="totalNow">The total, requested again; null when it was not, or when the server does not say.</param>
    /// <returns>Whether the list changed while it was read.</returns>
    /// <exception cref="LuccaException">More items are missing than the change explains.</exception>
    public bool HasMoved(long? totalNow)
    {
        var change = Math.Abs((totalNow - _total) ?? 0) + _duplicates;
        return _total - _received > change ? throw NotWhole($"the server counts {_total} items, but ended the list earlier") : change > 0;
    }

    /// <summary>Duplicates among new items show that the list has changed; a page of duplicates alone is a repeated page.</summary>
    private void TakePage()
    {
        _received += _page.New;
        _duplicates += _page.New > 0 ? _page.Duplicate : 0;
        _emptyPages = _page.New > 0 ? 0 : _emptyPages + 1;
        _page = default;
    }

    private static LuccaException Endless(string why) => new(LuccaErrorKind.BadReply, why);

    private static LuccaException NotWhole(string why) => new(LuccaErrorKind.Incomplete, $"The list is incomplete: {why}.");

    private static string CursorOf(LinkUri href)
    {
        var query = href.Reveal().Split('?', 2).ElementAtOrDefault(1) ?? "";
        var part = query.Split('#')[0].Split('&').FirstOrDefault(one => one.StartsWith("page=", StringComparison.Ordinal));
        return part?["page=".Length..] is not { Length: > 0 and <= MaxLength } cursor
            ? throw Endless("The server's link to the next page has no valid cursor.")
            : Uri.UnescapeDataString(cursor);
    }
}
