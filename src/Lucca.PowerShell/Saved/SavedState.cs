using Lucca.Api;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Saved;

/// <summary>The employees of one state, and what they remember of the lists that brought them.</summary>
/// <param name="name">What messages call it.</param>
internal sealed class SavedState(string name)
{
    /// <summary>A few may come or go while a list is read.</summary>
    private const int Tolerance = 5;

    private readonly Dictionary<string, StateOrigin> _origins = new(StringComparer.Ordinal);
    private bool _isUnknown;
    private object? _last;

    /// <summary>The employees.</summary>
    public List<EmployeeState> Employees { get; } = [];

    private long? Total =>
        _isUnknown || _origins.Count == 0 || _origins.Values.Any(origin => origin.Total is null)
            ? null
            : _origins.Values.Sum(origin => origin.Total);

    private bool IsShort => Total is { } total && Employees.Count + Tolerance < total;

    /// <summary>Takes in an employee.</summary>
    /// <param name="employee">The employee.</param>
    /// <param name="readFrom">What it remembers of the list that brought it; null for nothing.</param>
    public void Add(EmployeeState employee, object? readFrom)
    {
        Employees.Add(employee);
        Remember(readFrom);
    }

    /// <summary>Takes in how a list was read.</summary>
    public void Remember(object? readFrom)
    {
        if (readFrom is not null && ReferenceEquals(readFrom, _last))
        {
            return;
        }

        _last = readFrom;
        if (StateOrigin.Of(readFrom) is { } origin)
        {
            _origins.TryAdd(origin.ToString(), origin);
        }
        else
        {
            _isUnknown = true;
        }
    }

    /// <summary>
    /// Refuses states that were read in different ways, as far as they know: whoever fits one filter alone would look like a joiner or a
    /// leaver.
    /// </summary>
    /// <returns>What is not certain of the later state; null for nothing.</returns>
    /// <exception cref="BadArgumentException">They cannot be compared.</exception>
    public static string? Check(SavedState before, SavedState after)
    {
        if (before.Filters() is { } former && after.Filters() is { } present && !former.SetEquals(present))
        {
            throw new BadArgumentException(
                $"The earlier state was read with {Said(former)}, the later one with {Said(present)}. "
                + "Employees of only one state would look like joiners or leavers.",
                null,
                advice: "Read both states with the same filters. Without -DifferenceObject all employees "
                    + "are read. To compare them anyway, remove the filters they remember: "
                    + "Select-Object * -ExcludeProperty ReadFrom.") { IsBeforeCall = false };
        }

        if (before.IsShort && !after.IsShort)
        {
            throw new BadArgumentException(
                $"{before.Lacks()} The others would look like joiners.",
                null,
                advice: "Use a complete earlier state. To compare it anyway, remove what it remembers: "
                    + "Select-Object * -ExcludeProperty ReadFrom.") { IsBeforeCall = false };
        }

        return after.IsShort && !before.IsShort ? after.Lacks() : null;
    }

    private HashSet<string>? Filters() =>
        _isUnknown || _origins.Count == 0 ? null : [.. _origins.Values.Select(origin => $"{origin.Host} {origin.Filter}")];

    private static string Said(HashSet<string> filters) => string.Join(" and ", filters.Select(filter => filter.EndsWith(' ')
        ? $"no filter from {filter.TrimEnd()}"
        : $"'{filter[(filter.IndexOf(' ', StringComparison.Ordinal) + 1)..]}'"));

    private string Lacks() =>
        $"The {name} state holds {Employees.Count} of the {Total} employees of its list ({_origins.Values.First()}). "
        + "It was cut, or filtered after it was read.";
}
