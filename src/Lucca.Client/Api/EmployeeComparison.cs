namespace Lucca.Api;

/// <summary>Compares two states of the employees of a tenant.</summary>
public static class EmployeeComparison
{
    private static readonly int StatusIndex = EmployeeProperty.All.ToList().FindIndex(property => property.Name == EmployeeProperty.Status);

    /// <summary>What has changed: by the employees after it, and then those who are not there any more.</summary>
    /// <param name="before">The earlier state; of several with the same id, the first counts.</param>
    /// <param name="after">The later state, likewise.</param>
    /// <param name="left">Takes the names of the properties that could be compared of nobody, since a state does not hold them; at the end.</param>
    public static IEnumerable<EmployeeChange> Compare(IEnumerable<EmployeeState> before, IEnumerable<EmployeeState> after, ICollection<string> left)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(left);
        var compared = new HashSet<EmployeeProperty>(ReferenceEqualityComparer.Instance);
        var earlier = ById(before);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in after)
        {
            if (!seen.Add(state.Employee.Id))
            {
                continue;
            }

            var changes = earlier.TryGetValue(state.Employee.Id, out var former) ? Changes(former, state, compared) : [Presence(null, state)];
            foreach (var change in changes)
            {
                yield return change;
            }
        }

        foreach (var gone in earlier.Values.Where(state => !seen.Contains(state.Employee.Id)))
        {
            yield return Presence(gone, null);
        }

        if (seen.Overlaps(earlier.Keys))
        {
            foreach (var property in EmployeeProperty.All.Where(property => !compared.Contains(property)))
            {
                left.Add(property.Name);
            }
        }
    }

    private static Dictionary<string, EmployeeState> ById(IEnumerable<EmployeeState> states) =>
        states.DistinctBy(state => state.Employee.Id, StringComparer.Ordinal).ToDictionary(state => state.Employee.Id, StringComparer.Ordinal);

    private static IEnumerable<EmployeeChange> Changes(EmployeeState before, EmployeeState after, HashSet<EmployeeProperty> compared)
    {
        for (var index = 0; index < EmployeeProperty.All.Count; index++)
        {
            var property = EmployeeProperty.All[index];
            if (!before.TryGet(index, out var former) || !after.TryGet(index, out var present) || !property.CanCompare(former, present))
            {
                continue;
            }

            compared.Add(property);
            if (AreSame(former, present))
            {
                continue;
            }

            yield return new EmployeeChange
            {
                Change = index == StatusIndex ? Kind(IsPresent(before), IsPresent(after)) : property.IsMove ? "Mover" : "Other",
                Employee = after.Employee,
                Property = property.Name,
                Before = former,
                After = present,
            };
        }
    }

    /// <summary>The change of somebody who is in one state alone.</summary>
    private static EmployeeChange Presence(EmployeeState? before, EmployeeState? after) => new()
    {
        Change = Kind(before is not null && IsPresent(before), after is not null && IsPresent(after)),
        Employee = (after ?? before!).Employee,
        Property = EmployeeProperty.Status,
        Before = before is null ? null : StatusOf(before),
        After = after is null ? null : StatusOf(after),
    };

    private static string Kind(bool wasPresent, bool isPresent) => (wasPresent, isPresent) switch
    {
        (false, true) => "Joiner",
        (true, false) => "Leaver",
        _ => "Other",
    };

    /// <summary>Lucca keeps those who have left, as deactivated.</summary>
    private static bool IsPresent(EmployeeState state) => StatusOf(state) is not "deactivated";

    private static object? StatusOf(EmployeeState state) => state.TryGet(StatusIndex, out var status) ? status : null;

    /// <summary>References are told by their ids: a department that has got another name is the same.</summary>
    private static bool AreSame(object? before, object? after) => (before, after) switch
    {
        (Reference former, Reference present) => former.Id == present.Id,
        (Reference former, _) => former.Equals(after),
        (_, Reference present) => present.Equals(before),
        _ => Equals(before, after),
    };
}
