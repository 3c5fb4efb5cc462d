using System.Management.Automation;

namespace Lucca.PowerShell.Input;

/// <summary>Reads what PowerShell hands over.</summary>
internal static class PipelineInput
{
    /// <summary>The object itself, without PowerShell's wrapping.</summary>
    public static object? Unwrap(object? input) => input is PSObject { BaseObject: var inner and not PSCustomObject } ? inner : input;
}
