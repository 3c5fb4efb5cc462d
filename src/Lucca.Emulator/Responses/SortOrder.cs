using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Lists;

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
