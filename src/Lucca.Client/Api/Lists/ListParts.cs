using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Divides a list that one request cannot ask for: its filters have more values than the API takes at once, or one of two may fit
/// (docs/api.md#filters).
/// </summary>
internal static class ListParts
{
    private const int MaxValues = 100;

    /// <summary>Half of the limit of a request's head, in escaped characters.</summary>
    private const int MaxLength = 4096;

    /// <summary>The queries that together return the same list; a single one when no split is needed.</summary>
    /// <exception cref="LuccaException">The parts could not be merged.</exception>
    public static IReadOnlyList<QueryParameters> Of(QueryParameters query)
    {
        List<QueryParameters> parts = [new()];
        foreach (var (name, values) in query.Parameters)
        {
            var portions = Portions(values);
            if (portions.Count > 1 && name.StartsWith('-'))
            {
                throw Refused($"So many values of {name[1..]} cannot be excluded in one request. Give fewer values.");
            }

            parts = [.. parts.SelectMany(_ => portions, (part, portion) => With(part, name, portion))];
        }

        if (query.Either is { Count: > 0 } either)
        {
            parts = [.. parts.SelectMany(_ => either, (part, one) => With(part, one.Name, [one.Value]))];
        }

        return parts.Count == 1 ? [query]
            : CanBeMerged(query, out var sort) ? parts
            : throw Refused(
                $"Such a list needs several requests, and their results cannot be merged in the order of {sort}. "
                + "Omit the order and sort the result, or give fewer values.");
    }

    /// <summary>Whether the list is sorted in descending order.</summary>
    public static bool IsDescending(QueryParameters query) => Sort(query) is ['-', ..];

    private static bool CanBeMerged(QueryParameters query, out string sort)
    {
        sort = Sort(query);
        return sort is "id" or "-id";
    }

    /// <summary>The first sort key; <c>id</c> by default.</summary>
    private static string Sort(QueryParameters query) =>
        query.Parameters.LastOrDefault(parameter => parameter.Name == "sort").Values?[0] ?? "id";

    private static List<string[]> Portions(string[] values)
    {
        var portions = new List<string[]>();
        var (portion, length) = (new List<string>(), 0);
        foreach (var value in values.Distinct(StringComparer.Ordinal))
        {
            var size = Uri.EscapeDataString(value).Length + 1;
            if (portion.Count == MaxValues || (portion.Count > 0 && length + size > MaxLength))
            {
                portions.Add([.. portion]);
                (portion, length) = ([], 0);
            }

            portion.Add(value);
            length += size;
        }

        return [.. portions, [.. portion]];
    }

    private static QueryParameters With(QueryParameters part, string name, string[] values)
    {
        var copy = part.Copy();
        copy.Add(name, values);
        return copy;
    }

    private static LuccaException Refused(string why) => new(LuccaErrorKind.BadRequest, why + " Nothing was sent.");
}
