namespace Lucca.Api;

/// <summary>An employee at one time: the value of each property, or that it is unknown, which differs from null.</summary>
internal sealed class EmployeeState
{
    private static readonly object Unknown = new();
    private static readonly Dictionary<string, object?> NoFields = [];

    private readonly object?[] _values;
    private readonly string? _url;
    private Employee? _employee;

    private EmployeeState(string id, string? url, object?[] values) => (Id, _url, _values) = (id, url, values);

    /// <summary>The value of each field that was a column of the employee, for <see cref="FieldState"/>.</summary>
    public IReadOnlyDictionary<string, object?> Fields { get; private init; } = NoFields;

    /// <summary>The employee's id.</summary>
    public string Id { get; }

    /// <summary>The employee; from a saved state, with the compared properties only.</summary>
    public Employee Employee => _employee ??= Rebuild();

    /// <summary>
    /// The connection that brought the employee, or else the folder of the saved address. Null when neither is known.
    /// </summary>
    internal object? Source =>
        _employee?.Origin ?? (_url?.LastIndexOf('/') is > 0 and var end ? SharedText.Of(_url.AsSpan(0, end)) : _employee?.Url);

    /// <summary>Lucca keeps employees who have left, as deactivated.</summary>
    internal bool IsPresent => Status is not "deactivated";

    /// <summary>The status; null when unknown.</summary>
    internal object? Status => TryGet(EmployeeProperty.IndexOf(EmployeeProperty.Status), out var status) ? status : null;

    /// <summary>The state of an employee as the API sent it.</summary>
    /// <param name="employee">The employee.</param>
    public static EmployeeState Of(Employee employee)
    {
        var values = EmployeeProperty.All.Select(property => Has(employee, property.Part) ? property.Read(employee) : Unknown);
        return new EmployeeState(employee.Id, null, [.. values])
        {
            _employee = employee,
            Fields = employee.Attributes?.ToDictionary(one => one.Key, one => FieldState.Of(one.Value), StringComparer.OrdinalIgnoreCase)
                ?? NoFields,
        };
    }

    /// <summary>The state of an employee as it was saved.</summary>
    /// <param name="id">The employee's id.</param>
    /// <param name="url">The employee's address; null when it was not saved.</param>
    /// <param name="values">From <see cref="NoValues"/>, with each saved value at the index of its property.</param>
    /// <param name="fields">The value of each field that was saved; null where none was.</param>
    internal static EmployeeState Of(string id, string? url, object?[] values, IReadOnlyDictionary<string, object?>? fields = null)
    {
        Forget(values, EmployeePart.Employment);
        Forget(values, EmployeePart.JobPosition);
        return new EmployeeState(id, url, values) { Fields = fields ?? NoFields };
    }

    /// <summary>A value for each property, all unknown.</summary>
    internal static object?[] NoValues()
    {
        var values = new object?[EmployeeProperty.All.Count];
        Array.Fill(values, Unknown);
        return values;
    }

    /// <summary>The value of a property.</summary>
    /// <returns>False when it is unknown.</returns>
    internal bool TryGet(int property, out object? value)
    {
        value = _values[property];
        return value != Unknown;
    }

    /// <summary>
    /// Makes a part unknown when nothing of it was saved: the API always sends an entity, a site and a department.
    /// </summary>
    private static void Forget(object?[] values, EmployeePart part)
    {
        var indexes = EmployeeProperty.IndexesOf(part);
        if (Array.TrueForAll(indexes, index => values[index] is null || values[index] == Unknown))
        {
            Array.ForEach(indexes, index => values[index] = Unknown);
        }
    }

    private static bool Has(Employee employee, EmployeePart part) => part switch
    {
        EmployeePart.Employment => employee.Employment is not null,
        EmployeePart.JobPosition => employee.JobPosition is not null,
        _ => true,
    };

    private Employee Rebuild() => new()
    {
        Id = Id,
        Url = _url,
        GivenName = Text(nameof(Employee.GivenName)),
        FamilyName = Text(nameof(Employee.FamilyName)),
        EmployeeNumber = Text(nameof(Employee.EmployeeNumber)),
        RemoteId = Text(nameof(Employee.RemoteId)),
        Status = Text(nameof(Employee.Status)),
        Email = Text(nameof(Employee.Email)),
        PhoneNumber = Text(nameof(Employee.PhoneNumber)),
    };

    private string? Text(string property) => TryGet(EmployeeProperty.IndexOf(property), out var value) ? value as string : null;
}
