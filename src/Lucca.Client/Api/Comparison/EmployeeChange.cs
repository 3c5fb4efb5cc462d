namespace Lucca;

/// <summary>One difference between two states of an employee.</summary>
public sealed class EmployeeChange
{
    internal const string Leaver = "Leaver";

    /// <summary>
    /// <c>Joiner</c>: was not there, or deactivated, before. <c>Starter</c>: was upcoming, and is active now. <c>Leaver</c>: is
    /// deactivated, or was looked for and is not there any more. <c>Missing</c>: is not in the later state, and was not looked for.
    /// <c>Mover</c>: has another place in the organization. <c>Other</c>: anything else.
    /// </summary>
    public required string Change { get; init; }

    /// <summary>The employee after the change; as it was before for one who is not there any more.</summary>
    public required Employee Employee { get; init; }

    /// <summary>The employee's id: names may be those of several.</summary>
    public string Id => Employee.Id;

    /// <summary>What has changed, such as <c>Department</c>; <c>Status</c> of joiners, starters and leavers.</summary>
    public required string Property { get; init; }

    /// <summary>The value before; null when there was none.</summary>
    public object? Before { get; internal set; }

    /// <summary>The value after; null when there is none.</summary>
    public object? After { get; internal set; }

    /// <summary>All of it in words, such as <c>Mover Jane Doe: Manager (none) -> Tom Citroën</c>.</summary>
    public override string ToString() => $"{Change} {Employee}: {Property} {TextOf(Before)} -> {TextOf(After)}";

    private static string TextOf(object? value) => value?.ToString() is { Length: > 0 } text ? text : "(none)";
}
