using System.Collections.Concurrent;
using System.Globalization;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>A cache of the names in one tenant's lists.</summary>
/// <param name="time">The clock.</param>
/// <param name="life">How long a list is kept after it was read.</param>
public sealed class NameMemory(TimeProvider time, TimeSpan life)
{
    private ConcurrentDictionary<string, Kept> _kept = [];

    /// <summary>How long a session keeps names.</summary>
    public static TimeSpan SessionLife { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The number of lists kept.</summary>
    internal int Count => _kept.Count;

    /// <summary>The parts to include in resources that are kept themselves; null to keep names only.</summary>
    internal IReadOnlyList<string>? Include { get; private init; }

    /// <summary>A new cache for a single run of a command.</summary>
    /// <param name="include">The parts to include in resources that the command emits; null when it needs ids only.</param>
    public static NameMemory OfRun(IReadOnlyList<string>? include = null) =>
        new(TimeProvider.System, Timeout.InfiniteTimeSpan) { Include = include };

    /// <summary>Clears the cache after a write: a name may mean another resource now.</summary>
    public void Clear()
    {
        // A list that is still being read goes into the old cache.
        var old = Interlocked.Exchange(ref _kept, []);
        foreach (var kept in old.Values)
        {
            kept.End?.Dispose();
        }
    }

    /// <summary>The names of a list.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="resource">The kind of resource.</param>
    /// <param name="query">The filters.</param>
    /// <param name="window">The part of the list.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="LuccaException">The call failed.</exception>
    public async Task<NameList> ListAsync(
        LuccaClient client, ResourceDescriptor resource, QueryParameters query, ListWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(window);
        var memory = _kept;
        var key = string.Create(CultureInfo.InvariantCulture, $"{resource.Path}?{query} {window.First}");
        if (memory.TryGetValue(key, out var cached) && (life < TimeSpan.Zero || time.GetElapsedTime(cached.Since) < life))
        {
            return cached.Names;
        }

        var names = new List<NamedResource>();
        await foreach (var items in resource.Do(new Pages(client, query, window, Include, cancellationToken)).ConfigureAwait(false))
        {
            names.AddRange(items);
        }

        var list = new NameList(resource, names);
        var end = life < TimeSpan.Zero ? null : time.CreateTimer(_ => Forget(memory, key), null, life, Timeout.InfiniteTimeSpan);
        memory[key] = new Kept(list, time.GetTimestamp(), end);
        return list;
    }

    private static void Forget(ConcurrentDictionary<string, Kept> memory, string key)
    {
        if (memory.TryRemove(key, out var kept))
        {
            kept.End?.Dispose();
        }
    }

    /// <summary>Reads the names in a list page by page, those of malformed items too.</summary>
    private sealed class Pages(
        LuccaClient client, QueryParameters query, ListWindow window, IReadOnlyList<string>? include, CancellationToken cancellationToken)
        : IModelWork<IAsyncEnumerable<IEnumerable<NamedResource>>>
    {
        public async IAsyncEnumerable<IEnumerable<NamedResource>> With<T>(ResourceDescriptor<T> resource)
            where T : Resource
        {
            var pages = client.Of(resource).PagesAsync(query, window, include ?? [], cancellationToken);
            await foreach (var page in pages.ConfigureAwait(false))
            {
                List<NamedResource> malformed = [];
                var items = page.Items(item => malformed.Add(NamedResource.Of(item)))
                    .Select(item => NamedResource.Of(item) with { Resource = include is null ? null : item });
                yield return [.. items, .. malformed];
            }
        }
    }

    private sealed record Kept(NameList Names, long Since, ITimer? End);
}
