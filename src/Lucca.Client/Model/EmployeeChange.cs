namespace Lucca;

/// <summary>One difference between two states of an employee.</summary>
public sealed class EmployeeChange
{
    /// <summary>
    /// <c>Joiner</c>: was not there, or deactivated, before. <c>Leaver</c>: is not there any more, or deactivated. <c>Mover</c>: has
    /// another place in the organization. <c>Other</c>: anything else.
    /// </summary>
    public required string Change { get; init; }

    /// <summary>The employee after the change; as it was before for one who is not there any more.</summary>
    public required Employee Employee { get; init; }

    /// <summary>The employee's id: names may be those of several.</summary>
    public string Id => Employee.Id;

    /// <summary>What has changed, such as <c>Department</c>; <c>Status</c> of joiners and leavers.</summary>
    public required string Property { get; init; }

    /// <summary>The value before; null when there was none.</summary>
    public object? Before { get; internal set; }

    /// <summary>The value after; null when there is none.</summary>
    public object? After { get; internal set; }

    /// <summary>All of it in words.</summary>
    public override string ToString() => $"{Change} {Employee}: {Property} {Before} -> {After}";
}
