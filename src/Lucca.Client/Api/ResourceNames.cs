using System.Collections.Concurrent;
using System.Globalization;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>The names of one tenant's resources as lists bring them, each list kept for a minute.</summary>
/// <param name="time">The clock.</param>
public sealed class ResourceNames(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Kept> _kept = [];

    /// <summary>The names of a list.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="resource">The kind of resource.</param>
    /// <param name="query">The filters.</param>
    /// <param name="window">Which part of the list.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The call failed.</exception>
    public async Task<IReadOnlyList<NamedResource>> ListAsync(LuccaClient client, ResourceDescriptor resource, QueryParameters query, ListWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(window);
        var key = string.Create(CultureInfo.InvariantCulture, $"{resource.Path}?{query} {window.First}");
        if (_kept.TryGetValue(key, out var kept) && time.GetElapsedTime(kept.Since) < Life)
        {
            return kept.Names;
        }

        var names = new List<NamedResource>();
        await foreach (var page in resource.NamesAsync(client, query, window, cancellationToken).ConfigureAwait(false))
        {
            names.AddRange(page);
        }

        _kept[key] = new Kept(names, time.GetTimestamp());
        return names;
    }

    private sealed record Kept(IReadOnlyList<NamedResource> Names, long Since);
}
