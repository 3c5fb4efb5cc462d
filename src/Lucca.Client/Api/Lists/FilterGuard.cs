using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Checks that the items of a list match a filter that the API's description does not declare: a server that ignores it would send
/// everybody's items.
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
    /// Checks and returns the items of a page. An item without the reference passes: a response may omit any member.
    /// </summary>
    /// <exception cref="LuccaException">An item does not match the filter.</exception>
    public IReadOnlyList<T> Check(IReadOnlyList<T> items)
    {
        foreach (var (filter, referenceOf, wanted) in _checks)
        {
            if (items.FirstOrDefault(item => referenceOf(item) is { } reference && !wanted.Contains(reference.Id)) is { } other)
            {
                throw new LuccaException(
                    LuccaErrorKind.BadReply,
                    $"The server ignores the filter {filter}: the {resource.Label} '{other.Id}' belongs to '{referenceOf(other)!.Id}'. "
                    + "This page is discarded.")
                {
                    IgnoredFilter = filter,
                };
            }
        }

        return items;
    }
}
