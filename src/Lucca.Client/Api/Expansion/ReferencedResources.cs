using Lucca.Http;

namespace Lucca.Api;

/// <summary>The resources of one kind that references mean: each is asked for once, however many mean it.</summary>
/// <param name="name">The kind's name, such as <c>department</c>.</param>
internal abstract class ReferencedResources(string name)
{
    private readonly Dictionary<string, Resource?> _known = new(StringComparer.Ordinal);
    private readonly HashSet<LuccaErrorKind> _said = [];
    private readonly List<string> _warnings = [];
    private bool _isClosed;

    /// <summary>What could not be had since this was asked last, each reason once.</summary>
    public IReadOnlyList<string> TakeWarnings()
    {
        string[] warnings = [.. _warnings];
        _warnings.Clear();
        return warnings;
    }

    /// <summary>Whether it need not be asked for: it is here, or cannot be had.</summary>
    /// <param name="id">The id.</param>
    /// <param name="resource">The resource; null when it cannot be had.</param>
    public bool IsSettled(string id, out Resource? resource) => _known.TryGetValue(id, out resource) || _isClosed;

    /// <summary>Asks for ids. What cannot be had is remembered as well, and said.</summary>
    /// <exception cref="LuccaException">The server failed; nothing is known of the ids then.</exception>
    public async Task FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in ids.Chunk(IdLookup<Department>.BatchSize))
            {
                foreach (var (id, answer) in batch.Zip(await AskAsync(batch, cancellationToken).ConfigureAwait(false)))
                {
                    Settle(id, answer.Resource, answer.Error);
                }
            }
        }
        catch (LuccaException refused) when (refused.Kind == LuccaErrorKind.Forbidden)
        {
            _isClosed = true;
            Say(refused);
        }
    }

    /// <summary>The answers for at most a hundred ids, in their order.</summary>
    protected abstract Task<IEnumerable<(Resource? Resource, LuccaException? Error)>> AskAsync(string[] ids, CancellationToken cancellationToken);

    private void Settle(string id, Resource? resource, LuccaException? error)
    {
        if (error is { Kind: not (LuccaErrorKind.NotFound or LuccaErrorKind.Forbidden or LuccaErrorKind.BadRequest) })
        {
            throw error;
        }

        _known[id] = resource;
        if (error is not null)
        {
            Say(error);
        }
    }

    private void Say(LuccaException error)
    {
        if (_said.Add(error.Kind))
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

    protected override async Task<IEnumerable<(Resource? Resource, LuccaException? Error)>> AskAsync(string[] ids, CancellationToken cancellationToken) =>
        (await _lookup.FindAsync(ids, cancellationToken).ConfigureAwait(false)).Select(answer => ((Resource?)answer.Resource, answer.Error));
}
