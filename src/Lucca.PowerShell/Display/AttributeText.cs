using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Lucca.PowerShell.Display;

/// <summary>The value of an attribute as a cell of a table shows it.</summary>
public static class AttributeText
{
    /// <summary>The text: that of a label, all of several values, each property with its name.</summary>
    /// <param name="instance">The attribute.</param>
    public static object? Text(PSObject instance) => instance?.BaseObject is EmployeeAttribute attribute ? Of(attribute.Value) : null;

    private static string Of(object? value) => value switch
    {
        string text => text,
        Reference reference => reference.ToString(),
        IDictionary properties => string.Join(", ", properties.Keys.Cast<object>().Select(name => $"{name}: {Of(properties[name])}")),
        IEnumerable several => string.Join(", ", several.Cast<object?>().Select(Of)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
