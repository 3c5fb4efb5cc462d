namespace Lucca.Emulator;

/// <summary>Who belongs to which department and who manages whom. One person is above all others, and nobody is above themselves.</summary>
internal sealed class Company
{
    private readonly TenantOptions _options;
    private readonly Dictionary<int, DemoDepartment> _departments;
    private readonly Dictionary<int, DemoDepartment> _topmost;

    public Company(TenantOptions options)
    {
        _options = options;
        Today = DayOf(options);
        _departments = DemoDepartments.All(options.Departments).ToDictionary(department => department.Number);
        _topmost = _departments.Values.Where(department => ManagerOf(department) is not null)
            .OrderBy(department => DemoDepartments.Level(department, _departments))
            .GroupBy(department => ManagerOf(department)!.Value)
            .ToDictionary(managed => managed.Key, managed => managed.First());
    }

    public DateOnly Today { get; }

    public IReadOnlyDictionary<int, DemoDepartment> Departments => _departments;

    /// <summary>The index of the person who has no manager; null without people or departments.</summary>
    private int? Top => _departments.TryGetValue(1, out var first) ? ManagerOf(first) : null;

    /// <summary>The day around which people live.</summary>
    public static DateOnly DayOf(TenantOptions options)
        => options.Today ?? DateOnly.FromDateTime(options.TimeProvider.GetLocalNow().DateTime);

    /// <summary>The index of a department's manager. Every sixth has none.</summary>
    public int? ManagerOf(DemoDepartment department) => department.Number switch
    {
        32 => _options.Employees > Person.JaneDoe ? Person.JaneDoe : null,
        var number when number % 6 != 0 && _options.Employees > 0 => number * 4 % _options.Employees, // such indexes are of active people
        _ => null,
    };

    /// <summary>The department of a person: that which they manage, never an archived one; 0 when there is none.</summary>
    public int DepartmentOf(int person) => (person, _topmost.GetValueOrDefault(person)) switch
    {
        _ when _departments.Count == 0 => 0,
        (Person.JaneDoe, _) => 32,
        (_, { IsArchived: false } managed) => managed.Number,
        _ => 1 + (person * 11 % _departments.Count) is var number && number is 29 or 38 or 39 ? number - 2 : number,
    };

    /// <summary>
    /// The index of a person's manager: who manages their department, or for a manager the next department above. Each step up comes
    /// to somebody whose topmost department lies higher, so that every walk ends.
    /// </summary>
    public int? ManagerOf(int person)
    {
        if (person == Top)
        {
            return null;
        }

        var number = _topmost.TryGetValue(person, out var managed) ? managed.Parent : DepartmentOf(person);
        for (; _departments.TryGetValue(number, out var department); number = department.Parent)
        {
            if (ManagerOf(department) is { } manager && manager != person)
            {
                return manager;
            }
        }

        return Top;
    }
}
