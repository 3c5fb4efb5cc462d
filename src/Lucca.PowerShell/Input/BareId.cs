using System.Globalization;
using System.Management.Automation;

namespace Lucca.PowerShell.Input;

/// <summary>
/// Reads an id that is no object of the module's own: text, a number as spreadsheets and databases have it, or the Id of a row.
/// </summary>
internal static class BareId
{
    /// <summary>The id that a bare value is, empty for nothing; null when it is no bare value.</summary>
    public static string? Of(object? value) => PipelineInput.Unwrap(value) switch
    {
        null or DBNull => "",

        // PowerShell reads 00416 as a number and keeps what was typed: the zeros say that it is no id.
        int or long or decimal when value is PSObject typed && typed.ToString() is ['0', _, ..] text && text.All(char.IsAsciiDigit) => text,
        string text => text,
        char or Guid or decimal => Convert.ToString(value, CultureInfo.InvariantCulture),
        IFormattable number when number.GetType().IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The id, number or address that an object holds in a property, empty when that is empty; null when it has none.</summary>
    public static string? OfProperty(object row, string name) =>
        PSObject.AsPSObject(row).Properties[name] is { } property ? Of(property.Value) : null;
}
