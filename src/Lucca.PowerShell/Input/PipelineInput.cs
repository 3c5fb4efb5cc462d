using System.Management.Automation;

namespace Lucca.PowerShell.Input;

/// <summary>Reads what PowerShell hands over.</summary>
internal static class PipelineInput
{
    /// <summary>The object itself, without PowerShell's wrapping.</summary>
    public static object? Unwrap(object? input) => input is PSObject { BaseObject: var inner and not PSCustomObject } ? inner : input;
}

/// <summary>
/// What an error calls a value that does not fit: text and numbers as they were typed; an object by what it is, since its members may tell
/// of people.
/// </summary>
internal static class InputText
{
    public static string Of(object? given) => PipelineInput.Unwrap(given) switch
    {
        null => "An empty value",
        string text when IsObject(text) => "An object",
        string text => $"'{text}'",
        OpenObject or PSObject => "An object",
        IFormattable value => $"'{value}'",
        bool value => $"'{value}'",
        _ => "An object",
    };

    /// <summary>Whether text is what PowerShell makes of an object where a parameter takes text: all of its members.</summary>
    public static bool IsObject(string text) => text.StartsWith("@{", StringComparison.Ordinal);
}
