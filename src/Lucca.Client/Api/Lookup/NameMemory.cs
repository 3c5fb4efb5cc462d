using System.Collections.Concurrent;
using System.Globalization;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>The names of one tenant's resources as lists bring them.</summary>
/// <param name="time">The clock.</param>
/// <param name="life">How long a list is kept, from when it had come.</param>
public sealed class NameMemory(TimeProvider time, TimeSpan life)
{
    private ConcurrentDictionary<string, Kept> _kept = [];

    /// <summary>How long commands remember the names of a session.</summary>
    public static TimeSpan SessionLife { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How many lists are kept.</summary>
    internal int Count => _kept.Count;

    /// <summary>What to send along with resources that are to be kept themselves; null to keep their names alone.</summary>
    internal IReadOnlyList<string>? Include { get; private init; }

    /// <summary>One for a single run of a command: it knows nothing of what was read before, and forgets nothing until then.</summary>
    /// <param name="include">What to send along with resources that the command emits; null where it wants their ids alone.</param>
    public static NameMemory OfRun(IReadOnlyList<string>? include = null) => new(TimeProvider.System, Timeout.InfiniteTimeSpan) { Include = include };

    /// <summary>Forgets all: something was written, so that a name may mean another resource now.</summary>
    public void Clear()
    {
        // A list that is still being read goes into what is forgotten here.
        var forgotten = Interlocked.Exchange(ref _kept, []);
        foreach (var kept in forgotten.Values)
        {
            kept.End?.Dispose();
        }
    }

    /// <summary>The names of a list.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="resource">The kind of resource.</param>
    /// <param name="query">The filters.</param>
    /// <param name="window">Which part of the list.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="LuccaException">The call failed.</exception>
    public async Task<NameList> ListAsync(LuccaClient client, ResourceDescriptor resource, QueryParameters query, ListWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(window);
        var memory = _kept;
        var key = string.Create(CultureInfo.InvariantCulture, $"{resource.Path}?{query} {window.First}");
        if (memory.TryGetValue(key, out var known) && (life < TimeSpan.Zero || time.GetElapsedTime(known.Since) < life))
        {
            return known.Names;
        }

        var names = new List<NamedResource>();
        await foreach (var items in resource.Do(new Pages(client, query, window, Include, cancellationToken)).ConfigureAwait(false))
        {
            names.AddRange(items);
        }

        var list = new NameList(resource, names);
        memory[key] = new Kept(list, time.GetTimestamp(), life < TimeSpan.Zero ? null : time.CreateTimer(_ => Forget(memory, key), null, life, Timeout.InfiniteTimeSpan));
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
            await foreach (var page in client.Of(resource).PagesAsync(query, window, include ?? [], cancellationToken).ConfigureAwait(false))
            {
                List<NamedResource> malformed = [];
                var items = page.Items(item => malformed.Add(NamedResource.Of(item)));
                yield return [.. items.Select(item => NamedResource.Of(item) with { Resource = include is null ? null : item }), .. malformed];
            }
        }
    }

    private sealed record Kept(NameList Names, long Since, ITimer? End);
}
