namespace Lucca.Api;

/// <summary>What is known of an employee at one time: the value of each property, or that it is not known, which is no value.</summary>
public sealed class EmployeeState
{
    private static readonly object Unknown = new();

    private readonly object?[] _values;

    private EmployeeState(Employee employee, object?[] values)
    {
        Employee = employee;
        _values = values;
    }

    /// <summary>Reads a saved property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: null, text, a date, or a reference.</param>
    /// <returns>False when it was not saved.</returns>
    public delegate bool SavedValue(string name, out object? value);

    /// <summary>The employee.</summary>
    public Employee Employee { get; }

    /// <summary>The state of an employee as the API sent it.</summary>
    /// <param name="employee">The employee.</param>
    public static EmployeeState Of(Employee employee)
    {
        ArgumentNullException.ThrowIfNull(employee);
        return new EmployeeState(employee, [.. EmployeeProperty.All.Select(property => Has(employee, property.Part) ? property.Read(employee) : Unknown)]);
    }

    /// <summary>The state of an employee as it was saved.</summary>
    /// <param name="employee">The employee, as far as it was saved.</param>
    /// <param name="read">Reads what was saved.</param>
    public static EmployeeState Of(Employee employee, SavedValue read)
    {
        ArgumentNullException.ThrowIfNull(read);
        object?[] values = [.. EmployeeProperty.All.Select(property => read(property.Name, out var value) ? value is null ? null : property.Normalize(value) : Unknown)];
        foreach (var part in new[] { EmployeePart.Employment, EmployeePart.JobPosition })
        {
            // The API names an entity, a site and a department always: where nothing at all was saved of a part, it was not there.
            int[] places = [.. Enumerable.Range(0, values.Length).Where(place => EmployeeProperty.All[place].Part == part)];
            if (places.All(place => values[place] is null || values[place] == Unknown))
            {
                Array.ForEach(places, place => values[place] = Unknown);
            }
        }

        return new EmployeeState(employee, values);
    }

    /// <summary>The value of a property.</summary>
    /// <returns>False when it is not known.</returns>
    internal bool TryGet(int property, out object? value)
    {
        value = _values[property];
        return value != Unknown;
    }

    private static bool Has(Employee employee, EmployeePart part) => part switch
    {
        EmployeePart.Employment => employee.Employment is not null,
        EmployeePart.JobPosition => employee.JobPosition is not null,
        _ => true,
    };
}
