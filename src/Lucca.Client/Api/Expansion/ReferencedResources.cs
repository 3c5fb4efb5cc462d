using Lucca.Http;

namespace Lucca.Api;

/// <summary>The referenced resources of one kind: each is requested once.</summary>
/// <param name="name">The kind's name, such as <c>department</c>.</param>
internal abstract class ReferencedResources(string name)
{
    private readonly Dictionary<string, Resource?> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<LuccaErrorKind> _warned = [];
    private readonly List<string> _warnings = [];
    private bool _isClosed;

    /// <summary>The resources of a kind; none is requested yet.</summary>
    public static ReferencedResources Of(ResourceDescriptor resource, LuccaClient client) => resource.Do(new Creation(client));

    /// <summary>The new warnings about missing resources, each reason once.</summary>
    public IReadOnlyList<string> TakeWarnings()
    {
        string[] warnings = [.. _warnings];
        _warnings.Clear();
        return warnings;
    }

    /// <summary>Whether an id needs no request: the resource is here, or is not available.</summary>
    /// <param name="id">The id.</param>
    /// <param name="resource">The resource; null when it is not available.</param>
    public bool IsSettled(string id, out Resource? resource) => _resources.TryGetValue(id, out resource) || _isClosed;

    /// <summary>Requests ids. Those that are not available are remembered too, and warned about.</summary>
    /// <exception cref="LuccaException">The server failed.</exception>
    public async Task FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in ids.Chunk(IdLookup<Department>.BatchSize))
            {
                foreach (var (id, found) in batch.Zip(await FindBatchAsync(batch, cancellationToken).ConfigureAwait(false)))
                {
                    Settle(id, found.Resource, found.Error);
                }
            }
        }
        catch (LuccaException refused) when (refused.Kind == LuccaErrorKind.Forbidden)
        {
            _isClosed = true;
            Warn(refused);
        }
    }

    /// <summary>The results for at most a hundred ids, in their order.</summary>
    protected abstract Task<IEnumerable<(Resource? Resource, LuccaException? Error)>> FindBatchAsync(
        string[] ids, CancellationToken cancellationToken);

    private sealed class Creation(LuccaClient client) : IModelWork<ReferencedResources>
    {
        public ReferencedResources With<T>(ResourceDescriptor<T> resource)
            where T : Resource => new ReferencedResources<T>(client.Of(resource));
    }

    private void Settle(string id, Resource? resource, LuccaException? error)
    {
        if (error is { Kind: not (LuccaErrorKind.NotFound or LuccaErrorKind.Forbidden or LuccaErrorKind.BadRequest) })
        {
            throw error;
        }

        _resources[id] = resource;
        if (error is not null)
        {
            Warn(error);
        }
    }

    private void Warn(LuccaException error)
    {
        if (_warned.Add(error.Kind))
        {
            _warnings.Add($"{error.Message} Each {name} is shown as its id. This message appears once.");
        }
    }
}

/// <inheritdoc/>
internal sealed class ReferencedResources<T>(ResourceClient<T> client) : ReferencedResources(client.Descriptor.Name)
    where T : Resource
{
    private readonly IdLookup<T> _lookup = client.Lookup([]);

    protected override async Task<IEnumerable<(Resource? Resource, LuccaException? Error)>> FindBatchAsync(
        string[] ids, CancellationToken cancellationToken) =>
        (await _lookup.FindAsync(ids, cancellationToken).ConfigureAwait(false)).Select(found => ((Resource?)found.Resource, found.Error));
}
