namespace Lucca.Api;

/// <summary>
/// Where a property of an employee's row comes from. A part may be missing as a whole: not asked for, or not to be seen with the key.
/// </summary>
internal enum EmployeePart
{
    /// <summary>The employee.</summary>
    Employee,

    /// <summary>The employment that counts.</summary>
    Employment,

    /// <summary>The job position that counts.</summary>
    JobPosition,
}
