namespace Lucca.Api;

/// <summary>Finds departments that are, by way of their parents, their own ancestors, and where to cut each such cycle.</summary>
internal static class DepartmentCycles
{
    /// <summary>The cycles among the departments. The first of each, by level and then in the order of siblings, is the one to make a root.</summary>
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

    /// <summary>The members from parent to child, beginning with the one to make a root.</summary>
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
