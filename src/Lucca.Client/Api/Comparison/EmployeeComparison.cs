using System.Runtime.CompilerServices;

namespace Lucca.Api;

/// <summary>Compares two states of the employees of a tenant.</summary>
internal sealed class EmployeeComparison
{
    private readonly Dictionary<string, EmployeeState> _before;
    private readonly Dictionary<string, EmployeeState> _after;
    private readonly SortedDictionary<string, Outcome> _fields = new(StringComparer.OrdinalIgnoreCase);

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
        var compared = new Outcome[EmployeeProperty.All.Count];
        var (changes, areSome) = (new List<EmployeeChange>(), false);
        foreach (var (id, state) in _after)
        {
            if (_before.TryGetValue(id, out var former))
            {
                areSome = true;
                AddDifferences(former, state, compared, changes);
                AddFields(former, state, changes);
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
            : [.. EmployeeProperty.All.Where((_, index) => compared[index] != Outcome.Compared).Select(property => property.Name),
                .. _fields.Where(field => field.Value != Outcome.Compared).Select(field => field.Key)];
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
    private static void AddDifferences(EmployeeState before, EmployeeState after, Outcome[] compared, List<EmployeeChange> changes)
    {
        for (var index = 0; index < compared.Length; index++)
        {
            var property = EmployeeProperty.All[index];
            if (!before.TryGet(index, out var former) || !after.TryGet(index, out var present))
            {
                continue;
            }

            if (!property.CanCompare(former, present))
            {
                compared[index] = Outcome.Impossible;
                continue;
            }

            // One employee for whom it was impossible is enough to say so, whatever the others have.
            compared[index] = compared[index] == Outcome.Impossible ? Outcome.Impossible : Outcome.Compared;
            if (!AreSame(former, present))
            {
                changes.Add(new EmployeeChange
                {
                    Change = property.Name == EmployeeProperty.Status ? StatusChange(before, after) : property.IsMove ? "Mover" : "Other",
                    Employee = after.Employee,
                    Property = property.Name,
                    Before = former,
                    After = present,
                });
            }
        }
    }

    /// <summary>Compares the fields that both states have as columns; the others are named.</summary>
    private void AddFields(EmployeeState before, EmployeeState after, List<EmployeeChange> changes)
    {
        foreach (var (name, former) in before.Fields ?? EmployeeState.NoFields)
        {
            if (after.Fields is null || !after.Fields.TryGetValue(name, out var present))
            {
                _fields.TryAdd(name, Outcome.None);
            }
            else if (former == FieldText.Unclear || present == FieldText.Unclear)
            {
                _fields[name] = Outcome.Impossible;
            }
            else
            {
                _fields[name] = _fields.GetValueOrDefault(name) == Outcome.Impossible ? Outcome.Impossible : Outcome.Compared;
                if (!Equals(former, present))
                {
                    changes.Add(new EmployeeChange
                    {
                        Change = "Other", Employee = after.Employee, Property = name, Before = former, After = present,
                    });
                }
            }
        }

        foreach (var name in after.Fields?.Keys ?? [])
        {
            _fields.TryAdd(name, Outcome.None);
        }
    }

    /// <summary>Whether a property was compared: for no employee, for all that have it, or not for at least one.</summary>
    private enum Outcome
    {
        None,
        Compared,
        Impossible,
    }

    private static EmployeeChange Presence(EmployeeState state, string change, object? before, object? after) =>
        new() { Change = change, Employee = state.Employee, Property = EmployeeProperty.Status, Before = before, After = after };

    private static string StatusChange(EmployeeState before, EmployeeState after) => (before.Status, after.Status) switch
    {
        ("upcoming", "active") => "Starter",
        _ when before.IsPresent == after.IsPresent => "Other",
        _ => after.IsPresent ? "Joiner" : EmployeeChange.Leaver,
    };

    /// <summary>References are compared by id: a renamed department is the same.</summary>
    private static bool AreSame(object? before, object? after) => (before, after) switch
    {
        (Reference former, Reference present) => former.Id == present.Id,
        (Reference former, _) => former.Equals(after),
        (_, Reference present) => present.Equals(before),
        _ => Equals(before, after),
    };
}
