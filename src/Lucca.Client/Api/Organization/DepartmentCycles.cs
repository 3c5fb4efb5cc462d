namespace Lucca.Api;

/// <summary>Finds cycles of departments, whose parents lead back to themselves, and where to cut each.</summary>
internal static class DepartmentCycles
{
    /// <summary>The cycles. The first department of each, by level and then in the order of siblings, becomes a root.</summary>
    /// <param name="departments">The departments, by id.</param>
    public static IReadOnlyList<IReadOnlyList<Department>> Find(IReadOnlyDictionary<string, Department> departments)
    {
        var cycles = new List<IReadOnlyList<Department>>();
        var seenBy = new Dictionary<string, int>(StringComparer.Ordinal);
        var walk = 0;
        foreach (var start in departments.Values)
        {
            walk++;
            var at = start;
            while (at is not null && seenBy.TryAdd(at.Id, walk))
            {
                at = at.Parent is { } parent ? departments.GetValueOrDefault(parent.Id) : null;
            }

            if (at is not null && seenBy[at.Id] == walk)
            {
                cycles.Add(CycleThrough(at, departments));
            }
        }

        return cycles;
    }

    /// <summary>The departments of a cycle from parent to child, the new root first.</summary>
    private static List<Department> CycleThrough(Department member, IReadOnlyDictionary<string, Department> departments)
    {
        var upwards = new List<Department>();
        for (var at = member; upwards.Count == 0 || at != member; at = departments[at.Parent!.Id])
        {
            upwards.Add(at);
        }

        upwards.Reverse();
        var first = upwards.OrderBy(one => one.Level ?? int.MaxValue).ThenBy(one => one, DepartmentOrder.Instance).First();
        var index = upwards.IndexOf(first);
        return [.. upwards[index..], .. upwards[..index]];
    }
}
