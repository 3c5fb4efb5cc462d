using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Gives references the resources that they mean, each asked for once and up to a hundred together. Pages of a list are passed on as
/// soon as theirs are there: the first at once, later ones held back a little where that saves requests.
/// </summary>
public sealed class Expansion
{
    /// <summary>How many pages may wait for one another: further on, a request in eight is hardly felt.</summary>
    private const int MostHeld = 8;

    private readonly Dictionary<string, ReferencedResources> _byMember;
    private readonly ReferencedResources[] _kinds;

    /// <summary>Makes one for the objects of one command.</summary>
    /// <param name="client">The tenant.</param>
    /// <param name="members">What to give resources to, some of <see cref="ReferenceMembers.Of"/>.</param>
    public Expansion(LuccaClient client, IReadOnlyList<ReferenceMember> members)
    {
        var kinds = members.Select(member => member.Model).Distinct().ToDictionary(model => model, model => Resources.Of(model).Referenced(client));
        _byMember = members.ToDictionary(member => member.Member, member => kinds[member.Model], StringComparer.Ordinal);
        _kinds = [.. kinds.Values];
    }

    /// <summary>What could not be had since this was asked last. Each reason is said once for each kind of resource.</summary>
    public IReadOnlyList<ExpansionFailure> TakeFailures() => [.. _kinds.SelectMany(kind => kind.TakeFailures())];

    /// <summary>Expands objects that came together. What cannot be had is a failure for <see cref="TakeFailures"/>; the objects stay good.</summary>
    /// <param name="items">The objects.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task ExpandAsync(IReadOnlyCollection<Resource> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var (kind, ids) in ExpandKnown(items))
        {
            await kind.FindAsync(ids, cancellationToken).ConfigureAwait(false);
        }

        ExpandKnown(items);
    }

    /// <summary>Expands the pages of a list as they come.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="LuccaException">The list failed; the pages that had come were passed on.</exception>
    public async IAsyncEnumerable<Page<T>> ExpandAsync<T>(IAsyncEnumerable<Page<T>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(pages);
        var source = pages.GetAsyncEnumerator(cancellationToken);
        await using var end = source.ConfigureAwait(false);
        var held = new List<Page<T>>();
        var (most, hasMore, failure) = (1, true, default(ExceptionDispatchInfo));
        while (hasMore)
        {
            try
            {
                hasMore = await FillAsync(held, source, most).ConfigureAwait(false);
                await ExpandAsync([.. held.SelectMany(ItemsOf)], cancellationToken).ConfigureAwait(false);
            }
            catch (LuccaException error)
            {
                // What came before is not lost by what did not come.
                (failure, hasMore) = (ExceptionDispatchInfo.Capture(error), false);
            }

            foreach (var page in held)
            {
                yield return page;
            }

            held.Clear();
            most = Math.Min(MostHeld, most * 2);
        }

        failure?.Throw();
    }

    /// <summary>Reads a page, and further ones while that makes a lookup worth more. False at the end of the list.</summary>
    private async Task<bool> FillAsync<T>(List<Page<T>> held, IAsyncEnumerator<Page<T>> source, int most)
        where T : Resource
    {
        while (held.Count == 0 || (held.Count < most && IsWorthWaiting(held)))
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
        var missing = ExpandKnown(held.SelectMany(ItemsOf));
        return missing.Count > 0 && missing.Values.All(ids => ids.Count < IdLookup<T>.BatchSize);
    }

    /// <summary>Malformed items stay in the pages, for their reader.</summary>
    private static IReadOnlyList<T> ItemsOf<T>(Page<T> page)
        where T : Resource => page.Items(_ => { });

    /// <summary>Expands what is known already, and says what has to be asked for.</summary>
    private IReadOnlyDictionary<ReferencedResources, HashSet<string>> ExpandKnown(IEnumerable<Resource> items)
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
