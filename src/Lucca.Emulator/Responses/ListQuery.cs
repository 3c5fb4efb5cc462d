using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>The rows of a list that pass the filters of a request, sorted.</summary>
internal static class ListQuery
{
    public static IReadOnlyList<JsonObject> Run(ApiCall call)
    {
        var tests = call.Kind.Filters.SelectMany(filter => Tests(call, filter)).ToList();
        IReadOnlyList<JsonObject> rows = call.Tenant.Tables[call.Kind.Path].Rows;
        return SortOrder.Apply(call, tests is [] ? rows : [.. rows.Where(row => tests.TrueForAll(test => test(row)))]);
    }

    private static IEnumerable<Predicate<JsonObject>> Tests(ApiCall call, Filter filter)
    {
        var paths = call.Tenant.Tables.Paths;
        if (call.Query.Values(filter.Name) is { Count: > 0 } values)
        {
            yield return filter.Parse(values, paths);
        }

        // The name after a - asks for those that do not match.
        if (call.Query.Values("-" + filter.Name) is { Count: > 0 } unwanted)
        {
            var test = filter.Parse(unwanted, paths);
            yield return row => !test(row);
        }
    }
}

/// <summary><c>sort=-startsOn,id</c>: keys in order, each also with a leading - for descending. Default: id ascending.</summary>
internal static class SortOrder
{
    /// <summary>Sorts rows that are in the order of their ids. Where the kind documents no keys, <c>sort</c> is ignored.</summary>
    public static IReadOnlyList<JsonObject> Apply(ApiCall call, IReadOnlyList<JsonObject> rows)
    {
        var keys = call.Query.Values("sort").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (call.Kind.SortKeys is [] || keys is [])
        {
            return rows;
        }

        IOrderedEnumerable<JsonObject>? sorted = null;
        foreach (var key in keys)
        {
            var isDescending = key.StartsWith('-');
            var path = isDescending ? key[1..] : key;
            if (!call.Kind.SortKeys.Contains(path))
            {
                throw Problem.Invalid("sort", $"The key '{key}' is none of {string.Join(", ", call.Kind.SortKeys)}.");
            }

            IComparer<string?> comparer = path == "id" ? IdComparer.Instance : TextComparer.Instance;
            string? Value(JsonObject row) => call.Tenant.Tables.Paths.Texts(row, path) is [var text] ? text : null;
            sorted = (sorted, isDescending) switch
            {
                (null, false) => rows.OrderBy(Value, comparer),
                (null, true) => rows.OrderByDescending(Value, comparer),
                (_, false) => sorted.ThenBy(Value, comparer),
                (_, true) => sorted.ThenByDescending(Value, comparer),
            };
        }

        return [.. sorted!];
    }
}

/// <summary>The order of texts and dates: in any case, null last.</summary>
internal sealed class TextComparer : IComparer<string?>
{
    public static readonly TextComparer Instance = new();

    public int Compare(string? x, string? y)
        => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => string.Compare(x, y, StringComparison.OrdinalIgnoreCase),
        };
}
