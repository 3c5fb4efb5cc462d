namespace Lucca;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The resource listed.</typeparam>
/// <param name="items">The items that fit the model.</param>
/// <param name="malformed">The items that do not.</param>
public sealed class Page<T>(IReadOnlyList<T> items, IReadOnlyList<MalformedItem> malformed)
    where T : Resource
{
    /// <summary>The number of items on this page, malformed ones included.</summary>
    public int Count => items.Count + malformed.Count;

    /// <summary>The plural name of the type; null when the response omits it.</summary>
    public string? Type { get; init; }

    /// <summary>The address in the response; for display.</summary>
    public string? Url { get; init; }

    /// <summary>The number of items across all pages; null when unknown, and after the first page.</summary>
    public long? TotalCount { get; init; }

    /// <summary><c>prev</c> and <c>next</c>; null unless requested.</summary>
    public Links? Links { get; init; }

    /// <summary>Whether the list changed while it was read, so that an item may be missing; set on the last page.</summary>
    internal bool HasMoved { get; init; }

    /// <summary>The resources embedded for all items; null unless requested.</summary>
    internal Embedded? Embedded { get; init; }

    /// <summary>
    /// The items of this page. The caller has to handle malformed ones: a missing item may be taken for a deleted one.
    /// </summary>
    /// <param name="onMalformed">Called for each malformed item before the others are returned. It should report it, or throw.</param>
    public IReadOnlyList<T> Items(Action<MalformedItem> onMalformed)
    {
        ArgumentNullException.ThrowIfNull(onMalformed);
        foreach (var item in malformed)
        {
            onMalformed(item);
        }

        return items;
    }

    /// <summary>The same page with other items; the malformed ones stay.</summary>
    internal Page<T> With(Func<IReadOnlyList<T>, IReadOnlyList<T>> change) =>
        Copy(change(items), malformed, TotalCount);

    /// <summary>The same page with some of its items, malformed ones included.</summary>
    /// <param name="isKept">Whether to keep the item with an id; null for an item without one.</param>
    /// <param name="withTotal">Whether the total still applies.</param>
    internal Page<T> Where(Func<string?, bool> isKept, bool withTotal) =>
        Copy([.. items.Where(item => isKept(item.Id))], [.. malformed.Where(item => isKept(item.Id))], withTotal ? TotalCount : null);

    private Page<T> Copy(IReadOnlyList<T> good, IReadOnlyList<MalformedItem> bad, long? total) =>
        new(good, bad) { Type = Type, Url = Url, TotalCount = total, Links = Links, HasMoved = HasMoved, Embedded = Embedded };

    /// <summary>Gives each item its embedded resources.</summary>
    internal void Resolve()
    {
        var resolver = new EmbeddedResolver(Embedded ?? []);
        foreach (var item in items)
        {
            resolver.Resolve(item);
        }
    }
}
