using System.Runtime.CompilerServices;
using System.Text;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Reads one kind of resource: by id, or as a list page by page.</summary>
/// <typeparam name="T">Its model.</typeparam>
/// <param name="transport">The way to the tenant.</param>
/// <param name="notes">What the caller gets to know meanwhile.</param>
/// <param name="descriptor">What sets the resource apart.</param>
public sealed class ResourceClient<T>(Transport transport, CallNotes notes, ResourceDescriptor<T> descriptor)
    where T : Resource
{
    /// <summary>What sets the resource apart.</summary>
    public ResourceDescriptor<T> Descriptor { get; } = descriptor;

    /// <summary>One resource.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="options">What to send along, and under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The resource with its entity tag; null when the condition says that the caller's copy is still good.</returns>
    /// <exception cref="LuccaException">
    /// The call failed, or brought something else; <see cref="LuccaErrorKind.NotFound"/> when there is no such resource.
    /// </exception>
    public async Task<T?> GetAsync(string id, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = LuccaRequest.Get(Descriptor.Path, id) with { Scope = Descriptor.ReadScope };
        return await SendAsync(options.ApplyTo(request), options.Include, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The pages of a list, each asked for when it is needed.</summary>
    /// <param name="query">The filters and the order.</param>
    /// <param name="window">Which part of the list.</param>
    /// <param name="include">What to send along.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public IAsyncEnumerable<Page<T>> PagesAsync(QueryParameters query, ListWindow window, IReadOnlyList<string> include, CancellationToken cancellationToken) =>
        PagesAsync(query, window, new ReadOptions { Include = include }, keep: null, cancellationToken);

    /// <summary>The pages of a list, each asked for when it is needed. More values of a filter than the API takes at once are asked for in parts, and come as one list.</summary>
    /// <param name="query">The filters and the order.</param>
    /// <param name="window">Which part of the list.</param>
    /// <param name="options">What to send along, and under which condition. No page comes when it says that the caller's copy is still good.</param>
    /// <param name="keep">Which items are wanted, where the API cannot filter by that; null for all. The window is that of the wanted ones.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <remarks>
    /// The list is whole, or ends with an exception that says how much of it had come. When it changed while it was read, a warning is noted.
    /// </remarks>
    /// <exception cref="LuccaException">The parts could not be put together, or the condition does not fit: an entity tag stands for one page.</exception>
    /// <exception cref="NotSupportedException">The resource has no list.</exception>
    public IAsyncEnumerable<Page<T>> PagesAsync(
        QueryParameters query,
        ListWindow window,
        ReadOptions options,
        Func<T, bool>? keep,
        CancellationToken cancellationToken) =>
        WholeAsync(ReadAsync(query, window, options, keep, cancellationToken), cancellationToken);

    /// <summary>The same for a reader that treats failures and changes in its own way.</summary>
    internal IAsyncEnumerable<Page<T>> ReadAsync(
        QueryParameters query,
        ListWindow window,
        ReadOptions options,
        Func<T, bool>? keep,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(options);
        if (!Descriptor.HasList)
        {
            throw new NotSupportedException($"The API has no list of {Descriptor.Path}.");
        }

        var parts = ListParts.Of(query);
        if (options.IsConditional && !(parts.Count == 1 && keep is null && window.IsOnePage(Descriptor.MaxPageSize)))
        {
            throw new LuccaException(LuccaErrorKind.BadRequest, $"An entity tag covers one page of a list: get at most the first {Descriptor.MaxPageSize} items with it. Nothing was sent.");
        }

        Pager<T>[] lists = [.. parts.Select(part => new Pager<T>(transport, notes, LuccaRequest.Get(Descriptor.Path) with { Query = part, Scope = Descriptor.ReadScope }, options, Descriptor, keep))];
        return lists is [var only]
            ? only.PagesAsync(window, cancellationToken)
            : new MergedPager<T>(lists, ListParts.IsDescending(query), Descriptor.MaxPageSize).PagesAsync(window, cancellationToken);
    }

    /// <summary>Sends any request whose response is one resource. Every single resource is read here, whatever brings it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="include">What the response includes.</param>
    /// <param name="id">The id that the resource must have; null where it is not known before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The resource with its entity tag; null for a response without a body.</returns>
    internal async Task<T?> SendAsync(LuccaRequest request, IReadOnlyList<string> include, string? id, CancellationToken cancellationToken)
    {
        var fetched = await transport.ReadJsonAsync(request, notes, Read, cancellationToken).ConfigureAwait(false);
        if (fetched.Value is { } resource)
        {
            Descriptor.Check(resource, id ?? resource.Id);
            resource.ETag = fetched.ETag;
        }

        return fetched.Value;

        T Read(ReadOnlyMemory<byte> body)
        {
            var read = (T)ResourceReader.Read(body, Descriptor.ModelWith(include, transport.Json));
            if (request.HoldsSecrets)
            {
                read.Json = new JsonSource(Encoding.UTF8.GetBytes(Redactor.Text(Utf8Text.Of(body.Span)))).Whole;
            }

            return read;
        }
    }

    private async IAsyncEnumerable<Page<T>> WholeAsync(
        IAsyncEnumerable<Page<T>> list,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (received, total) = (0L, (long?)null);
        var pages = list.GetAsyncEnumerator(cancellationToken);
        await using var end = pages.ConfigureAwait(false);
        while (await MoveNextAsync().ConfigureAwait(false))
        {
            received += pages.Current.Count;
            total ??= pages.Current.TotalCount;
            if (pages.Current.HasMoved)
            {
                notes.Warn(
                    $"The list of {Descriptor.Name} resources changed while it was read, so an item may be missing. "
                    + "Run the command again, or get single items by id.");
            }

            yield return pages.Current;
        }

        async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await pages.MoveNextAsync().ConfigureAwait(false);
            }
            catch (LuccaException broken)
            {
                broken.List = (received, total);
                throw;
            }
        }
    }

    /// <summary>A lookup of many ids with as few requests as possible. One lookup serves one run: it remembers what it has listed.</summary>
    /// <param name="include">What to send along.</param>
    public IdLookup<T> Lookup(IReadOnlyList<string> include) => new(this, include);
}
