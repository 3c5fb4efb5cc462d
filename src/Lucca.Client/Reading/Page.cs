namespace Lucca;

/// <summary>One page of a list as the API sends it.</summary>
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

    /// <summary>The address as the API prints it; for display.</summary>
    public string? Url { get; init; }

    /// <summary>The number of items across all pages; null where it is not known, and after the first page.</summary>
    public long? TotalCount { get; init; }

    /// <summary><c>prev</c> and <c>next</c>; null unless asked for.</summary>
    public Links? Links { get; init; }

    /// <summary>Whether the list changed while it was read, so that somebody may be missing who is in it; said by the last page.</summary>
    internal bool HasMoved { get; init; }

    /// <summary>Resources embedded for all items together; null unless asked for.</summary>
    internal Embedded? Embedded { get; init; }

    /// <summary>
    /// The items of this page. There is no way to get them without a say on those that are malformed: whoever is missing may be taken for gone.
    /// </summary>
    /// <param name="onMalformed">Receives each malformed item, before the others are returned. It is to be reported, or to end the work.</param>
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

    /// <summary>The same page with those items alone whose ids are wanted, malformed ones included.</summary>
    /// <param name="isWanted">Judges an id; null for that of an item without one.</param>
    /// <param name="withTotal">Whether the total still is that of the wanted items.</param>
    internal Page<T> Where(Func<string?, bool> isWanted, bool withTotal) =>
        Copy([.. items.Where(item => isWanted(item.Id))], [.. malformed.Where(item => isWanted(item.Id))], withTotal ? TotalCount : null);

    private Page<T> Copy(IReadOnlyList<T> good, IReadOnlyList<MalformedItem> bad, long? total) =>
        new(good, bad) { Type = Type, Url = Url, TotalCount = total, Links = Links, HasMoved = HasMoved, Embedded = Embedded };

    /// <summary>Gives each item what was embedded for it.</summary>
    internal void Resolve()
    {
        var resolver = new EmbeddedResolver(Embedded ?? []);
        foreach (var item in items)
        {
            resolver.Resolve(item);
        }
    }
}
