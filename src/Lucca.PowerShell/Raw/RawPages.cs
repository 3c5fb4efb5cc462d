using System.Globalization;
using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;

namespace Lucca.PowerShell.Raw;

/// <summary>Goes through a list without a model, with the cursors, the ends and the limits of the other lists.</summary>
internal sealed class RawPages(LuccaRequest list, Func<LuccaRequest, object?> send)
{
    /// <summary>What the API sends where the request does not say.</summary>
    private const int DefaultPageSize = 25;

    private readonly ListProgress _progress =
        new(Number(string.Concat(list.Query.ValuesOf("limit"))) is > 0 and var limit ? (int)limit : DefaultPageSize);

    /// <summary>How many items have come, and of how many.</summary>
    public (long Received, long? Total) Count => _progress.Count;

    /// <summary>Whether the list changed while it was read.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The items of each page.</summary>
    /// <exception cref="LuccaException">The response is not a list, or the list is not whole.</exception>
    public IEnumerable<object?[]> Pages()
    {
        // The total is that of the whole list, so it proves nothing of one that is read from a page in the middle.
        var isFromStart = list.Query.ValuesOf("page").Count == 0;
        do
        {
            var page = Send(_progress.Cursor, _progress.Cursor is null ? ["links", "totalCount"] : ["links"]);
            var items = page.Properties["items"]?.Value as IEnumerable<object?>
                ?? throw new LuccaException(LuccaErrorKind.BadReply, "The response is not a list: it has no items. Omit -FollowNextLink.");
            yield return [.. items.Where(item => _progress.Admit((item as PSObject)?.Properties["id"]?.Value?.ToString()))];
            _progress.MoveNext(isFromStart ? Total(page) : null, page.Properties["links"]?.Value is not null, NextOf(page));
        }
        while (_progress.Cursor is not null);
        HasMoved = _progress.HasMoved(_progress.IsInDoubt ? Total(Send(cursor: null, ["totalCount"], "0")) : null);
    }

    private PSObject Send(string? cursor, string[] include, string? limit = null)
    {
        var query = new QueryParameters();
        foreach (var (name, values) in list.Query.Parameters)
        {
            if (name switch { "include" => false, "page" => cursor is null, "limit" => limit is null, _ => true })
            {
                query.Add(name, values);
            }
        }

        query.Add("limit", limit is null ? null : [limit]);
        query.Add("page", cursor is null ? null : [cursor]);
        query.Add("include", [.. list.Query.ValuesOf("include").Union(include, StringComparer.Ordinal)]);
        return send(list with { Query = query }) as PSObject ?? new PSObject();
    }

    private static long? Total(PSObject page) => Number(page.Properties["totalCount"]?.Value);

    private static long? Number(object? value) =>
        value is not null && LanguagePrimitives.TryConvertTo<long>(value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static LinkUri? NextOf(PSObject page) =>
        (page.Properties["links"]?.Value as PSObject)?.Properties["next"]?.Value is PSObject next
            ? LinkArgumentAttribute.LinkOf(next.Properties["href"]?.Value)
            : null;
}
