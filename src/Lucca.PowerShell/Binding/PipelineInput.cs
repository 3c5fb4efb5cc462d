using System.Globalization;
using System.Management.Automation;

namespace Lucca.PowerShell.Binding;

/// <summary>Reads what comes down the pipeline: an id, an object of the module's own, or anything with an Id property, such as a row of a CSV file.</summary>
internal static class PipelineInput
{
    /// <summary>The object itself, without PowerShell's wrapping.</summary>
    public static object? Unwrap(object? input) => input is PSObject { BaseObject: var inner and not PSCustomObject } ? inner : input;

    /// <summary>The id that an input stands for: text, a number, or the value of its Id property.</summary>
    /// <returns>False when it is nothing that could have an id.</returns>
    public static bool TryGetId(object? input, out string? id)
    {
        id = input switch
        {
            null => "",
            string text => text,
            Guid guid => guid.ToString(),
            IFormattable number when number.GetType().IsPrimitive => Text(number),
            _ => null,
        };
        if (id is null && PSObject.AsPSObject(input).Properties["Id"] is { } property)
        {
            id = Text(property.Value) ?? "";
        }

        return id is not null;
    }

    private static string? Text(object? value) => Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture);
}
