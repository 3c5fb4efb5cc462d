using Lucca.Http;

namespace Lucca.Api;

/// <summary>The referenced resources of one kind: each is requested once.</summary>
/// <param name="path">The kind's path, such as <c>departments</c>.</param>
internal abstract class ReferencedResources(string path)
{
    private readonly Dictionary<string, Resource?> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<LuccaErrorKind> _reported = [];
    private readonly List<ExpansionFailure> _failures = [];
    private bool _isClosed;

    /// <summary>The resources of a kind; none is requested yet.</summary>
    public static ReferencedResources Of(ResourceDescriptor resource, LuccaClient client) => resource.Do(new Creation(client));

    /// <summary>Whether the kind cannot be had: the key may not read it, or the server fails.</summary>
    public bool HasFailed => _isClosed || _reported.Contains(LuccaErrorKind.Forbidden);

    /// <summary>The new failures, each reason once.</summary>
    public IReadOnlyList<ExpansionFailure> TakeFailures()
    {
        ExpansionFailure[] failures = [.. _failures];
        _failures.Clear();
        return failures;
    }

    /// <summary>Whether an id needs no request: the resource is here, or is not available.</summary>
    /// <param name="id">The id.</param>
    /// <param name="resource">The resource; null when it is not available.</param>
    public bool IsSettled(string id, out Resource? resource) => _resources.TryGetValue(id, out resource) || _isClosed;

    /// <summary>
    /// Requests ids. Those that are not available are remembered too, with the reason. After a failure of the server no more is requested.
    /// </summary>
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
        catch (LuccaException failed)
        {
            _isClosed = true;
            Add(failed);
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
        // A failure of one resource does not affect the others; a failure of the server or the network affects all.
        if (error is not { Kind: not (
            LuccaErrorKind.NotFound or LuccaErrorKind.Forbidden or LuccaErrorKind.BadRequest or LuccaErrorKind.BadReply) })
        {
            _resources[id] = resource;
        }
        else
        {
            _isClosed = true;
        }

        if (error is not null)
        {
            Add(error);
        }
    }

    private void Add(LuccaException error)
    {
        if (_reported.Add(error.Kind))
        {
            _failures.Add(new ExpansionFailure(error, path));
        }
    }
}

/// <inheritdoc/>
internal sealed class ReferencedResources<T>(ResourceClient<T> client) : ReferencedResources(client.Descriptor.Path)
    where T : Resource
{
    private readonly IdLookup<T> _lookup = client.Lookup([]);

    protected override async Task<IEnumerable<(Resource? Resource, LuccaException? Error)>> FindBatchAsync(
        string[] ids, CancellationToken cancellationToken) =>
        (await _lookup.FindAsync(ids, cancellationToken).ConfigureAwait(false)).Select(found => ((Resource?)found.Resource, found.Error));
}

/// <summary>Why resources that references mean could not be had.</summary>
/// <param name="Error">The failure.</param>
/// <param name="Path">The path of the resources, such as <c>departments</c>.</param>
public sealed record ExpansionFailure(LuccaException Error, string Path);
