using System.Runtime.CompilerServices;

namespace Lucca.Api;

/// <summary>Compares two states of the employees of a tenant.</summary>
internal sealed class EmployeeComparison
{
    private readonly Dictionary<string, EmployeeState> _before;
    private readonly Dictionary<string, EmployeeState> _after;
    private readonly SortedSet<string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a property or field was compared for all that have it; those of nobody are not there.</summary>
    private readonly Dictionary<string, bool> _compared = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Compares two states; of several with the same id, the first counts.</summary>
    /// <param name="before">The earlier state.</param>
    /// <param name="after">The later state.</param>
    public EmployeeComparison(IEnumerable<EmployeeState> before, IEnumerable<EmployeeState> after) =>
        (_before, _after) = (ById(before), ById(after));

    /// <summary>How many employees of the earlier state were not deactivated.</summary>
    public int PresentBefore => _before.Values.Count(state => state.IsPresent);

    /// <summary>The ids that the later state lacks. That alone does not prove that these employees have left.</summary>
    public IReadOnlyList<string> Missing => [.. _before.Keys.Where(id => !_after.ContainsKey(id))];

    /// <summary>
    /// The properties that could not be compared, since a state lacks them, or holds only names where the other holds only ids. Empty when
    /// no employee is in both states.
    /// </summary>
    public IReadOnlyList<string> NotCompared { get; private set; } = [];

    /// <summary>Adds an employee whom the later state lacks, and who was found.</summary>
    /// <param name="id">The id that was looked up: the server may spell it differently.</param>
    /// <param name="found">The current employee.</param>
    public void Add(string id, EmployeeState found)
    {
        _after.TryAdd(id, found);
    }

    /// <summary>The changes in the order of the later state, then those of employees whom it lacks.</summary>
    /// <param name="isProved">Whether missing employees were looked up: then those still missing have left.</param>
    public IReadOnlyList<EmployeeChange> Changes(bool isProved)
    {
        var (changes, areSome) = (new List<EmployeeChange>(), false);
        foreach (var (id, state) in _after)
        {
            if (_before.TryGetValue(id, out var former))
            {
                areSome = true;
                AddDifferences(former, state, changes);
            }
            else
            {
                changes.Add(Presence(state, state.IsPresent ? "Joiner" : "Other", null, state.Status));
            }
        }

        foreach (var gone in _before.Values.Where(state => !_after.ContainsKey(state.Id)))
        {
            changes.Add(Presence(gone, !gone.IsPresent ? "Other" : isProved ? EmployeeChange.Leaver : "Missing", gone.Status, null));
        }

        NotCompared = !areSome
            ? []
            : [.. EmployeeProperty.All.Select(property => property.Name).Concat(_fields).Where(name => !_compared.GetValueOrDefault(name))];
        return changes;
    }

    private static Dictionary<string, EmployeeState> ById(IEnumerable<EmployeeState> states)
    {
        var known = new Dictionary<string, EmployeeState>(StringComparer.Ordinal);
        foreach (var state in states)
        {
            known.TryAdd(state.Id, state);
        }

        return known;
    }

    // Most processes compare once: too few calls for tiered compilation to optimize this in time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddDifferences(EmployeeState before, EmployeeState after, List<EmployeeChange> changes)
    {
        for (var index = 0; index < EmployeeProperty.All.Count; index++)
        {
            var property = EmployeeProperty.All[index];
            if (before.TryGet(index, out var former) && after.TryGet(index, out var present)
                && AreDifferent(property.Name, property.Same(former, present)))
            {
                var change = property.Name == EmployeeProperty.Status ? StatusChange(before, after) : property.IsMove ? "Mover" : "Other";
                changes.Add(Change(after, change, property.Name, former, present));
            }
        }

        _fields.UnionWith(before.Fields.Keys);
        _fields.UnionWith(after.Fields.Keys);
        foreach (var (name, former) in before.Fields)
        {
            if (after.Fields.TryGetValue(name, out var present) && AreDifferent(name, FieldState.Same(former, present)))
            {
                changes.Add(Change(after, "Other", name, FieldState.Text(former), FieldState.Text(present)));
            }
        }
    }

    /// <summary>Takes in the outcome of one comparison.</summary>
    private bool AreDifferent(string name, bool? areSame)
    {
        // One employee for whom it was impossible is enough to say so, whatever the others have.
        _compared[name] = areSame is not null && _compared.GetValueOrDefault(name, true);
        return areSame is false;
    }

    private static EmployeeChange Presence(EmployeeState state, string change, object? before, object? after) =>
        Change(state, change, EmployeeProperty.Status, before, after);

    private static EmployeeChange Change(EmployeeState state, string change, string property, object? before, object? after) =>
        new() { Change = change, Employee = state.Employee, Property = property, Before = before, After = after };

    private static string StatusChange(EmployeeState before, EmployeeState after) => (before.Status, after.Status) switch
    {
        ("upcoming", "active") => "Starter",
        _ when before.IsPresent == after.IsPresent => "Other",
        _ => after.IsPresent ? "Joiner" : EmployeeChange.Leaver,
    };
}
