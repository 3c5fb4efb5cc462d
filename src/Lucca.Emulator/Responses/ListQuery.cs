using System.Text.Json.Nodes;
using Lucca.Emulator.Requests;

namespace Lucca.Emulator.Lists;

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
