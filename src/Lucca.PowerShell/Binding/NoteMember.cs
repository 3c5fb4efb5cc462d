using System.Management.Automation;

namespace Lucca.PowerShell.Binding;

/// <summary>Adds members of a reply to an object by their own names, where PowerShell can know a member by that name.</summary>
internal static class NoteMember
{
    private static readonly string[] Reserved = ["psbase", "psadapted", "psextended", "psobject", "pstypenames"];

    /// <summary>Adds a member, unless the object has one of that name: PowerShell knows none that differ by case alone.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The name, as the reply spells it.</param>
    /// <param name="value">Makes the value.</param>
    public static void TryAdd(PSObject target, string name, Func<object?> value)
    {
        if (name.Length > 0 && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) && target.Properties[name] is not { IsInstance: true } and not PSProperty)
        {
            // The reply's own member comes before one of Lucca.Types.ps1xml, which Add would refuse to hide.
            target.Properties.Add(new PSNoteProperty(name, value()), preValidated: true);
        }
    }
}
