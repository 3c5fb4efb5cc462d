using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Replaces references by the resources that they mean. Each is requested once, up to a hundred together. The first page of a list is
/// returned at once; later pages wait a little for one another where that saves requests.
/// </summary>
public sealed class Expansion
{
    /// <summary>The most pages that wait for one another: more would save few requests.</summary>
    private const int MaxPages = 8;

    private readonly Dictionary<string, ReferencedResources> _byMember;
    private readonly Dictionary<Type, ReferencedResources> _kinds;

    /// <summary>For the objects of one command.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="members">The members to expand, some of <see cref="ReferenceMembers.Of"/>.</param>
    public Expansion(LuccaClient client, IReadOnlyList<ReferenceMember> members)
    {
        _kinds = members.Select(member => member.Model).Distinct()
            .ToDictionary(model => model, model => ReferencedResources.Of(Resources.Of(model), client));
        _byMember = members.ToDictionary(member => member.Member, member => _kinds[member.Model], StringComparer.Ordinal);
    }

    /// <summary>What could not be had since this was asked last. Each reason is said once for each kind of resource.</summary>
    public IReadOnlyList<ExpansionFailure> TakeFailures() => [.. _kinds.Values.SelectMany(kind => kind.TakeFailures())];

    /// <summary>Whether a kind of resource cannot be had at all.</summary>
    /// <param name="model">The model of the kind.</param>
    public bool HasFailed(Type model) => _kinds.TryGetValue(model, out var kind) && kind.HasFailed;

    /// <summary>
    /// Expands objects that came together. What cannot be had is a failure for <see cref="TakeFailures"/>; the objects stay good.
    /// </summary>
    /// <param name="items">The objects.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task ExpandAsync(IReadOnlyCollection<Resource> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var (kind, ids) in ExpandFound(items))
        {
            await kind.FindAsync(ids, cancellationToken).ConfigureAwait(false);
        }

        ExpandFound(items);
    }

    /// <summary>Expands the pages of a list while they are read.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list failed; the pages that had come were passed on.</exception>
    public async IAsyncEnumerable<Page<T>> ExpandAsync<T>(
        IAsyncEnumerable<Page<T>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(pages);
        var source = pages.GetAsyncEnumerator(cancellationToken);
        await using var end = source.ConfigureAwait(false);
        var held = new List<Page<T>>();
        var (limit, hasMore, failure) = (1, true, default(ExceptionDispatchInfo));
        while (hasMore)
        {
            try
            {
                hasMore = await FillAsync(held, source, limit).ConfigureAwait(false);
                await ExpandAsync([.. held.SelectMany(ItemsOf)], cancellationToken).ConfigureAwait(false);
            }
            catch (LuccaException error)
            {
                // Return the pages already read before failing.
                (failure, hasMore) = (ExceptionDispatchInfo.Capture(error), false);
            }

            foreach (var page in held)
            {
                yield return page;
            }

            held.Clear();
            limit = Math.Min(MaxPages, limit * 2);
        }

        failure?.Throw();
    }

    /// <summary>Reads a page, and more while that saves requests. False at the end of the list.</summary>
    private async Task<bool> FillAsync<T>(List<Page<T>> held, IAsyncEnumerator<Page<T>> source, int limit)
        where T : Resource
    {
        while (held.Count == 0 || (held.Count < limit && IsWorthWaiting(held)))
        {
            if (!await source.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            held.Add(source.Current);
        }

        return true;
    }

    private bool IsWorthWaiting<T>(IReadOnlyList<Page<T>> held)
        where T : Resource
    {
        var missing = ExpandFound(held.SelectMany(ItemsOf));
        return missing.Count > 0 && missing.Values.All(ids => ids.Count < IdLookup<T>.BatchSize);
    }

    /// <summary>The good items; malformed ones stay in the page for its reader.</summary>
    private static IReadOnlyList<T> ItemsOf<T>(Page<T> page)
        where T : Resource => page.Items(_ => { });

    /// <summary>Expands the references whose resources were found, and returns the ids still to request.</summary>
    private IReadOnlyDictionary<ReferencedResources, HashSet<string>> ExpandFound(IEnumerable<Resource> items)
    {
        var expander = new ReferenceExpander(_byMember);
        foreach (var item in items)
        {
            item.Visit(expander);
            if (item is Employee employee)
            {
                employee.Employment?.Visit(expander);
                employee.JobPosition?.Visit(expander);
            }
        }

        return expander.Missing;
    }
}
