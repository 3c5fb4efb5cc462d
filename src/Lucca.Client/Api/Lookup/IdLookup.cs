using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Finds resources by their ids in as few requests as possible: through the id filter where there is one, else through the list
/// when that costs fewer requests than one by one. At 50 requests a minute this is the difference between ten minutes and a second.
/// Whatever the server refuses, a batch costs fewer than 20 requests more than its ids one by one.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class IdLookup<T>
    where T : Resource
{
    /// <summary>The most ids to gather before asking: what the id filter takes (docs/api.md#filters).</summary>
    public const int BatchSize = 100;

    /// <summary>Below this many ids in all, one by one is never dearer than a list that has to be looked at first.</summary>
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
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>An answer for each id, in the order of the ids, duplicates included.</returns>
    /// <exception cref="LuccaException">The calls failed altogether.</exception>
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

    /// <summary>A comma would make two ids of one; what cannot be an id at all is refused when it is asked for alone.</summary>
    private static bool CanBeFiltered(string id) => id.Length > 0 && !id.Contains(',', StringComparison.Ordinal) && id != "null";

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

            // When the server is gone, it is gone for the ids that follow too; those before it are answered.
            failed ??= found[id].Error is { } error && !IsOfOne(error) ? found[id] : null;
        }
    }

    /// <summary>Whether a failure says nothing of other ids.</summary>
    private static bool IsOfOne(LuccaException error) =>
        error.Kind is LuccaErrorKind.NotFound or LuccaErrorKind.BadRequest or LuccaErrorKind.Forbidden or LuccaErrorKind.BadReply;

    private async Task<Found<T>> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return new Found<T>(await _client.GetAsync(id, new ReadOptions { Include = _include }, cancellationToken).ConfigureAwait(false), null);
        }
        catch (LuccaException error) when (!error.IsForAll)
        {
            return new Found<T>(null, error);
        }
    }
}

/// <summary>The answer for one id: a resource, an error, or neither when the caller's copy is still good.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="Resource">The resource; null when there is none.</param>
/// <param name="Error">Why there is none.</param>
public sealed record Found<T>(T? Resource, LuccaException? Error)
    where T : Resource
{
    internal static Found<T> Nothing(string name, string id) =>
        new(null, new LuccaException(LuccaErrorKind.NotFound, $"There is no {name} '{id}', or the integration key cannot see it."));
}
