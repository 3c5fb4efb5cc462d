namespace Lucca;

/// <summary>One page of a list as the API sends it.</summary>
/// <typeparam name="T">The resource listed.</typeparam>
public sealed class Page<T>
    where T : Resource
{
    /// <summary>The resources of this page.</summary>
    public IReadOnlyList<T> Items { get; init; } = [];

    /// <summary>The items that do not fit the model.</summary>
    public IReadOnlyList<OddItem> OddItems { get; init; } = [];

    /// <summary>The plural name of the type; null when the reply leaves it out.</summary>
    public string? Type { get; init; }

    /// <summary>The address as the API prints it; for display.</summary>
    public string? Url { get; init; }

    /// <summary>The number of items across all pages; null unless asked for.</summary>
    public long? TotalCount { get; init; }

    /// <summary><c>prev</c> and <c>next</c>; null unless asked for.</summary>
    public Links? Links { get; init; }

    /// <summary>Resources embedded for all items together; null unless asked for.</summary>
    internal Embedded? Embedded { get; init; }

    /// <summary>Gives each item what was embedded for it.</summary>
    internal void Resolve()
    {
        var resolver = new EmbeddedResolver(Embedded ?? []);
        foreach (var item in Items)
        {
            var reached = resolver.Resolve(item);
            item.Embedded = Embedded is null ? null : reached ?? [];
        }
    }
}
