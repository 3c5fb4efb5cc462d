using System.Runtime.CompilerServices;
using System.Text;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Reads one kind of resource: by id, or as a list page by page.</summary>
/// <typeparam name="T">Its model.</typeparam>
/// <param name="transport">The connection to the tenant.</param>
/// <param name="notes">Receives progress and warnings.</param>
/// <param name="descriptor">Describes the resource.</param>
public sealed class ResourceClient<T>(Transport transport, CallNotes notes, ResourceDescriptor<T> descriptor)
    where T : Resource
{
    /// <summary>Describes the resource.</summary>
    public ResourceDescriptor<T> Descriptor { get; } = descriptor;

    /// <summary>
    /// Begins to note all resources of the tenant whenever their whole list is read; null for nobody. What it returns takes them, and
    /// whether none may be missing.
    /// </summary>
    internal Func<Action<IReadOnlyList<T>, bool>>? Note { get; init; }

    /// <summary>One resource.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="options">The parts to include, and the condition.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The resource with its entity tag; null when the condition shows that the caller's copy is current.</returns>
    /// <exception cref="LuccaException">
    /// The call failed, or returned another resource; <see cref="LuccaErrorKind.NotFound"/> when there is no such resource.
    /// </exception>
    public async Task<T?> GetAsync(string id, ReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = LuccaRequest.Get(Descriptor.Path, id) with { Scope = Descriptor.ReadScope };
        return await SendAsync(options.ApplyTo(request), options.Include, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The pages of a list, each requested when needed.</summary>
    /// <param name="query">The filters and the order.</param>
    /// <param name="window">The part of the list.</param>
    /// <param name="include">The parts to include.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public IAsyncEnumerable<Page<T>> PagesAsync(
        QueryParameters query, ListWindow window, IReadOnlyList<string> include, CancellationToken cancellationToken) =>
        PagesAsync(query, window, new ReadOptions { Include = include }, keep: null, cancellationToken);

    /// <summary>
    /// The pages of a list, each requested when needed. More values of a filter than one request can hold are requested in parts, and
    /// returned as one list.
    /// </summary>
    /// <param name="query">The filters and the order.</param>
    /// <param name="window">The part of the list.</param>
    /// <param name="options">The parts to include, and the condition: no page comes when the caller's copy is current.</param>
    /// <param name="keep">A client-side filter; null for all items. The window counts the items that pass it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// The list is complete, or ends with an exception that says how many items were received. A change while it is read causes a warning.
    /// </remarks>
    /// <exception cref="LuccaException">The parts could not be merged, or the condition is for several pages.</exception>
    /// <exception cref="NotSupportedException">The resource has no list.</exception>
    public IAsyncEnumerable<Page<T>> PagesAsync(
        QueryParameters query,
        ListWindow window,
        ReadOptions options,
        Func<T, bool>? keep,
        CancellationToken cancellationToken) =>
        WholeAsync(ReadAsync(query, window, options, keep, cancellationToken), cancellationToken);

    /// <summary>The same for a caller that handles failures and changes itself.</summary>
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
            throw new NotSupportedException($"The API has no list of {Descriptor.PluralLabel}.");
        }

        var parts = ListParts.Of(query);
        if (options.IsConditional && !(parts.Count == 1 && keep is null && window.IsOnePage(Descriptor.MaxPageSize)))
        {
            throw new LuccaException(
                LuccaErrorKind.BadRequest,
                "An entity tag covers one page of a list: "
                + $"get at most the first {Descriptor.MaxPageSize} items with it. Nothing was sent.");
        }

        var request = LuccaRequest.Get(Descriptor.Path) with { Scope = Descriptor.ReadScope };
        var lists = parts
            .Select(part => new Pager<T>(transport, notes, request with { Query = part }, options, Descriptor, keep)).ToArray();
        var pages = lists is [var only]
            ? only.PagesAsync(window, cancellationToken)
            : new MergedPager<T>(lists, ListParts.IsDescending(query), Descriptor.MaxPageSize).PagesAsync(window, cancellationToken);
        var isAll = keep is null && !query.Any() && window is { Skip: 0, First: null };
        return isAll && Note is not null ? NotedAsync(pages, Note()) : pages;
    }

    /// <summary>Sends any request whose response is one resource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="include">The parts that the response includes.</param>
    /// <param name="id">The expected id; null when unknown.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
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
                read.Json = new JsonSource(Encoding.UTF8.GetBytes(Redactor.Text(Encoding.UTF8.GetString(body.Span)))).Whole;
            }

            return read;
        }
    }

    /// <summary>The last page comes after all resources were noted: whoever reads it may need them.</summary>
    private static async IAsyncEnumerable<Page<T>> NotedAsync(IAsyncEnumerable<Page<T>> pages, Action<IReadOnlyList<T>, bool> note)
    {
        var (all, received, total, isWhole) = (new List<T>(), 0L, long.MaxValue, true);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            all.AddRange(page.Items(_ => isWhole = false)); // malformed ones stay, for the page's reader
            isWhole &= !page.HasMoved;
            received += page.Count;
            total = page.TotalCount ?? total;
            if (received >= total)
            {
                note(all, isWhole);
            }

            yield return page;
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
                    $"The list of {Descriptor.PluralLabel} changed while it was read, so an item may be missing. "
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
}
