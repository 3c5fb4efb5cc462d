using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Finds resources by id with few requests: through the id filter where there is one, else through the list when that costs fewer
/// requests than one by one. Whatever the server refuses, a batch costs fewer than 20 requests more than its ids one by one.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class IdLookup<T>
    where T : Resource
{
    /// <summary>The most ids of a batch: the limit of the id filter (docs/api.md#filters).</summary>
    public const int BatchSize = 100;

    /// <summary>Fewer ids in all are requested one by one: a list would never be cheaper.</summary>
    private const int WorthListing = 3;

    private readonly ResourceClient<T> _client;
    private readonly IReadOnlyList<string> _include;
    private readonly IdFilter<T> _filter;
    private readonly ListedResources<T> _listed;
    private int _asked;

    internal IdLookup(ResourceClient<T> client, IReadOnlyList<string> include)
    {
        _client = client;
        _include = include;
        _filter = new IdFilter<T>(client, include);
        _listed = new ListedResources<T>(client, include);
    }

    /// <summary>Finds a batch of ids.</summary>
    /// <param name="ids">The ids, at most <see cref="BatchSize"/>.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>A result for each id, in their order, duplicates included.</returns>
    /// <exception cref="LuccaException">All calls failed.</exception>
    public async Task<IReadOnlyList<Found<T>>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var distinct = ids.Distinct(StringComparer.Ordinal).ToList();
        var found = new Dictionary<string, Found<T>>(StringComparer.Ordinal);
        if (_client.Descriptor.HasIdFilter && _filter.IsUseful && distinct.Count > 1)
        {
            await _filter.FindAsync([.. distinct.Where(CanBeFiltered)], found, cancellationToken).ConfigureAwait(false);
        }

        if (_client.Descriptor.HasList && !(_client.Descriptor.HasIdFilter && _filter.IsUseful))
        {
            await ListAsync([.. distinct.Where(id => !found.ContainsKey(id))], found, cancellationToken).ConfigureAwait(false);
        }

        await GetAllAsync([.. distinct.Where(id => !found.ContainsKey(id))], found, cancellationToken).ConfigureAwait(false);
        return [.. ids.Select(id => found[id])];
    }

    /// <summary>A comma would split an id. Other invalid ids are refused when requested alone.</summary>
    private static bool CanBeFiltered(string id) =>
        id.Length > 0 && !id.Contains(',', StringComparison.Ordinal) && id != "null";

    private async Task ListAsync(string[] ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        _asked += ids.Length;
        if (_asked >= WorthListing)
        {
            await _listed.FindAsync(ids, found, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task GetAllAsync(string[] ids, Dictionary<string, Found<T>> found, CancellationToken cancellationToken)
    {
        Found<T>? failed = null;
        foreach (var id in ids)
        {
            found[id] = failed ?? await GetAsync(id, cancellationToken).ConfigureAwait(false);

            // When the server does not answer, all ids that follow fail too; those before have their results.
            failed ??= found[id].Error is { } error && !IsOfOne(error) ? found[id] : null;
        }
    }

    /// <summary>Whether a failure concerns one id only.</summary>
    private static bool IsOfOne(LuccaException error) =>
        error.Kind is LuccaErrorKind.NotFound or LuccaErrorKind.BadRequest or LuccaErrorKind.Forbidden or LuccaErrorKind.BadReply;

    private async Task<Found<T>> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ReadOptions { Include = _include };
            return new Found<T>(await _client.GetAsync(id, options, cancellationToken).ConfigureAwait(false), null);
        }
        catch (LuccaException error) when (!error.IsForAll)
        {
            return new Found<T>(null, error);
        }
    }
}

/// <summary>Makes lookups by id.</summary>
public static class IdLookup
{
    /// <summary>A lookup for one run: it remembers what it has listed.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="client">Reads the resources.</param>
    /// <param name="include">The parts to include in each resource.</param>
    public static IdLookup<T> Lookup<T>(this ResourceClient<T> client, IReadOnlyList<string> include)
        where T : Resource => new(client, include);

    /// <summary>For each id, why there is no resource; null where there is one.</summary>
    internal static Task<IReadOnlyList<LuccaException?>> FailuresAsync(
        this ResourceDescriptor resource, LuccaClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        resource.Do(new Failures(client, ids, cancellationToken));

    private sealed class Failures(LuccaClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken)
        : IModelWork<Task<IReadOnlyList<LuccaException?>>>
    {
        public async Task<IReadOnlyList<LuccaException?>> With<T>(ResourceDescriptor<T> resource)
            where T : Resource
        {
            var lookup = client.Of(resource).Lookup([]);
            var failures = new List<LuccaException?>();
            foreach (var batch in ids.Chunk(IdLookup<T>.BatchSize))
            {
                failures.AddRange((await lookup.FindAsync(batch, cancellationToken).ConfigureAwait(false)).Select(found => found.Error));
            }

            return failures;
        }
    }
}

/// <summary>The result for one id: a resource, an error, or neither when the caller's copy is current.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Resource">The resource; null when there is none.</param>
/// <param name="Error">Why there is none.</param>
public sealed record Found<T>(T? Resource, LuccaException? Error)
    where T : Resource
{
    internal static Found<T> Nothing(string name, string id) =>
        new(null, new LuccaException(LuccaErrorKind.NotFound, $"There is no {name} '{id}', or the integration key cannot see it."));
}
