using Lucca.Http;

namespace Lucca.Api;

/// <summary>
/// Divides a list that one request cannot ask for: its filters have more values than the API takes at once, or one of two may fit
/// (docs/api.md#filters).
/// </summary>
internal static class ListParts
{
    private const int MaxValues = 100;

    /// <summary>Half of what a request's head may hold, in characters as they are sent.</summary>
    private const int MaxLength = 4096;

    /// <summary>The queries that together bring what one would; one alone when nothing has to be divided.</summary>
    /// <exception cref="LuccaException">The parts could not be put together again.</exception>
    public static IReadOnlyList<QueryParameters> Of(QueryParameters query)
    {
        List<QueryParameters> parts = [new()];
        foreach (var (name, values) in query.Parameters)
        {
            var portions = Portions(values);
            if (portions.Count > 1 && name.StartsWith('-'))
            {
                throw Refused($"What has none of so many values of {name[1..]} cannot be asked for in parts.");
            }

            parts = [.. parts.SelectMany(_ => portions, (part, portion) => With(part, name, portion))];
        }

        if (query.Either is { Count: > 0 } either)
        {
            parts = [.. parts.SelectMany(_ => either, (part, one) => With(part, one.Name, [one.Value]))];
        }

        return parts.Count == 1 ? [query] : CanBeMerged(query, out var sort) ? parts : throw Refused($"Such a list is asked for in parts, which cannot be put together in the order of {sort}. Leave the order out and sort what comes, or give fewer values.");
    }

    /// <summary>Whether the order is that of ids, from the last to the first.</summary>
    public static bool IsDescending(QueryParameters query) => Sort(query) is ['-', ..];

    private static bool CanBeMerged(QueryParameters query, out string sort)
    {
        sort = Sort(query);
        return sort is "id" or "-id";
    }

    /// <summary>What a list is ordered by first; by ids when nothing is said.</summary>
    private static string Sort(QueryParameters query) => query.Parameters.LastOrDefault(parameter => parameter.Name == "sort").Values?[0] ?? "id";

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
