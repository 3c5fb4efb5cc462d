namespace Lucca;

/// <summary>One difference between two states of an employee.</summary>
public sealed class EmployeeChange
{
    internal const string Leaver = "Leaver";

    /// <summary>
    /// <c>Joiner</c>: is new, or was deactivated before. <c>Starter</c>: was upcoming, is active now. <c>Leaver</c>: is deactivated, or
    /// was looked up and not found. <c>Missing</c>: is not in the later state, and was not looked up. <c>Mover</c>: has moved in the
    /// organization. <c>Other</c>: anything else.
    /// </summary>
    public required string Change { get; init; }

    /// <summary>The employee after the change; before it for one who is gone.</summary>
    public required Employee Employee { get; init; }

    /// <summary>The employee's id: several may have the same name.</summary>
    public string Id => Employee.Id;

    /// <summary>The property that changed, such as <c>Department</c>; <c>Status</c> for joiners, starters and leavers.</summary>
    public required string Property { get; init; }

    /// <summary>The value before; null when there was none.</summary>
    public object? Before { get; internal set; }

    /// <summary>The value after; null when there is none.</summary>
    public object? After { get; internal set; }

    /// <summary>The change in words, such as <c>Mover Jane Doe: Manager (none) -> Tom Citroën</c>.</summary>
    public override string ToString() => $"{Change} {Employee}: {Property} {TextOf(Before)} -> {TextOf(After)}";

    private static string TextOf(object? value) => value?.ToString() is { Length: > 0 } text ? text : "(none)";
}
