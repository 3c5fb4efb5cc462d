using System.Globalization;
using System.Management.Automation;
using Lucca.Http;

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

    /// <summary>
    /// Whether an object without a model, read from a file or from any request, is a resource of another path: its id would mean
    /// something else here.
    /// </summary>
    public static bool IsOfOtherPath(object? input, string path) =>
        input is not null
        && PSObject.AsPSObject(input).Properties["Url"]?.Value?.ToString() is { } url
        && url.Contains($"/{LuccaRequest.ApiRoot}/", StringComparison.OrdinalIgnoreCase)
        && !url.Contains($"/{LuccaRequest.ApiRoot}/{path}/", StringComparison.OrdinalIgnoreCase);

    private static string? Text(object? value) => Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture);
}
