using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Checks that a list holds what it was asked for, where the API's description does not declare the filter: a server that ignores it
/// would send everything, and what belongs to others would be taken for the answer.
/// </summary>
internal sealed class FilterGuard<T>(ResourceDescriptor<T> resource, QueryParameters query)
    where T : Resource
{
    private readonly (string Filter, Func<T, Reference?> ReferenceOf, HashSet<string> Wanted)[] _checks =
    [
        .. from filter in resource.UndeclaredFilters
            let wanted = query.ValuesOf(filter.Key)
            where wanted.Count > 0
            select (filter.Key, filter.Value, wanted.ToHashSet(StringComparer.Ordinal)),
    ];

    /// <summary>
    /// Looks through the items of a page, and returns them. What does not say whom it belongs to is let through: a response may omit any member.
    /// </summary>
    /// <exception cref="LuccaException">A resource belongs to something else.</exception>
    public IReadOnlyList<T> Check(IReadOnlyList<T> items)
    {
        foreach (var (filter, referenceOf, wanted) in _checks)
        {
            if (items.FirstOrDefault(item => referenceOf(item) is { } reference && !wanted.Contains(reference.Id)) is { } stranger)
            {
                throw new LuccaException(LuccaErrorKind.BadReply, $"The server ignores the filter {filter}: the {resource.Name} '{stranger.Id}' belongs to '{referenceOf(stranger)!.Id}'. This page is discarded.")
                {
                    IgnoredFilter = filter,
                };
            }
        }

        return items;
    }
}
