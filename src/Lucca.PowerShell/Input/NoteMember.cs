using System.Management.Automation;

namespace Lucca.PowerShell.Input;

/// <summary>Adds members of a response to an object by their own names, where PowerShell can know a member by that name.</summary>
internal static class NoteMember
{
    private static readonly HashSet<string> Reserved =
        new(StringComparer.OrdinalIgnoreCase) { "psobject", "psbase", "psadapted", "psextended", "pstypenames" };

    /// <summary>
    /// The name by which PowerShell can know a member: one that it has for its own view of any object gets an underscore before it. Null
    /// when there is none.
    /// </summary>
    /// <param name="name">The name, as the response spells it.</param>
    public static string? NameFor(string name) => name.Length == 0 ? null : Reserved.Contains(name) ? "_" + name : name;

    /// <summary>Adds a member, unless the object has one of that name: PowerShell knows none that differ by case alone.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The name, as the response spells it.</param>
    /// <param name="value">Makes the value.</param>
    public static void TryAdd(PSObject target, string name, Func<object?> value)
    {
        if (NameFor(name) is { } own && target.Properties[own] is not { IsInstance: true } and not PSProperty)
        {
            // The response's own member comes before one of Lucca.Types.ps1xml, which Add would refuse to hide.
            target.Properties.Add(new PSNoteProperty(own, value()), preValidated: true);
        }
    }
}
