using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>What sets one resource of the API apart from the others.</summary>
/// <param name="Name">Its type's name, such as <c>job-position</c>.</param>
/// <param name="Path">Its path below <c>/lucca-api</c>.</param>
public abstract record ResourceDescriptor(string Name, string Path)
{
    /// <summary>Whether there is a list besides the single resources.</summary>
    public bool HasList { get; init; } = true;

    /// <summary>Whether the list takes <c>id=1,2,3</c>.</summary>
    public bool HasIdFilter { get; init; }

    /// <summary>Whether the list takes <c>search</c>.</summary>
    public bool HasSearch { get; init; }

    /// <summary>Whether people know its resources by name, so that a name can stand for an id.</summary>
    public bool HasNames { get; init; }

    /// <summary>What every id begins with where ids are words; null where they are numbers.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The keys by which the list can be sorted; empty when it cannot.</summary>
    public IReadOnlyList<string> SortKeys { get; init; } = [];

    /// <summary>The most items that a page can hold.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>The model.</summary>
    public abstract Type Model { get; }

    /// <summary>The model of a resource together with what the API embeds; null when it is the same.</summary>
    internal Type? EmbeddedModel { get; init; }

    /// <summary>The least scope to read it.</summary>
    public string ReadScope => Scopes.Read(ApiScopes.NameFor(Path));

    /// <summary>The least scope to write it.</summary>
    public string WriteScope => Scopes.Write(ApiScopes.NameFor(Path));

    /// <summary>What the items of the list are called, page by page, malformed ones too.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="query">The filters.</param>
    /// <param name="window">Which part of the list.</param>
    /// <param name="include">What to send along with items that are kept themselves; null to keep their names alone.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    internal abstract IAsyncEnumerable<IEnumerable<NamedResource>> NamesAsync(
        LuccaClient client, QueryParameters query, ListWindow window, IReadOnlyList<string>? include, CancellationToken cancellationToken);

    /// <summary>A memory for the resources of this kind that references mean.</summary>
    internal abstract ReferencedResources Referenced(LuccaClient client);

    /// <summary>Why there is no resource of an id, for each; null where there is one.</summary>
    internal abstract Task<IReadOnlyList<LuccaException?>> FailuresAsync(LuccaClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>How a response is read that includes these parts.</summary>
    /// <param name="include">The parts.</param>
    /// <param name="options">For which connection it is read: <see cref="Transport.Json"/>.</param>
    internal JsonTypeInfo ModelWith(IReadOnlyList<string> include, JsonSerializerOptions options) =>
        options.GetTypeInfo(EmbeddedModel is { } row && include.Contains("embedded") ? row : Model);
}

/// <inheritdoc/>
/// <typeparam name="T">Its model.</typeparam>
/// <param name="Name">Its type's name, such as <c>job-position</c>.</param>
/// <param name="Path">Its path below <c>/lucca-api</c>.</param>
public sealed record ResourceDescriptor<T>(string Name, string Path) : ResourceDescriptor(Name, Path)
    where T : Resource
{
    /// <inheritdoc/>
    public override Type Model => typeof(T);

    /// <summary>The filters that the API's description does not declare, each with the reference by which what comes can be checked.</summary>
    public IReadOnlyDictionary<string, Func<T, Reference?>> UndeclaredFilters { get; init; } = new Dictionary<string, Func<T, Reference?>>();

    /// <summary>Checks that a response is about what was asked for. Servers read an id in any case and without leading zeros.</summary>
    /// <exception cref="LuccaException">It is another resource.</exception>
    internal void Check(T resource, string id)
    {
        if (!IdSpelling.AreSame(resource.Id, id))
        {
            throw new LuccaException(
                LuccaErrorKind.BadReply,
                $"Expected the {Name} '{id}', but the server sent '{resource.Id}'. That object is discarded.");
        }
    }

    internal override async IAsyncEnumerable<IEnumerable<NamedResource>> NamesAsync(
        LuccaClient client, QueryParameters query, ListWindow window, IReadOnlyList<string>? include, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in client.Of(this).PagesAsync(query, window, include ?? [], cancellationToken).ConfigureAwait(false))
        {
            List<NamedResource> malformed = [];
            var items = page.Items(item => malformed.Add(NamedResource.Of(item)));
            yield return [.. items.Select(item => NamedResource.Of(item) with { Resource = include is null ? null : item }), .. malformed];
        }
    }

    internal override async Task<IReadOnlyList<LuccaException?>> FailuresAsync(LuccaClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var lookup = client.Of(this).Lookup([]);
        var failures = new List<LuccaException?>();
        foreach (var batch in ids.Chunk(IdLookup<T>.BatchSize))
        {
            failures.AddRange((await lookup.FindAsync(batch, cancellationToken).ConfigureAwait(false)).Select(found => found.Error));
        }

        return failures;
    }

    internal override ReferencedResources Referenced(LuccaClient client) => new ReferencedResources<T>(client.Of(this));
}
