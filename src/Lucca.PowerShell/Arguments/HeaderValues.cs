using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Reads a header from whatever a web server's module hands over: a hashtable, a dictionary of lists, or the collection of HttpListener.
/// </summary>
internal static class HeaderValues
{
    /// <summary>A header's text, whatever the case of its name; null when it is not there.</summary>
    public static string? Find(object headers, string name) => headers switch
    {
        NameValueCollection collection => collection[name],
        IDictionary dictionary => dictionary.Keys.Cast<object>()
            .Where(key => name.Equals(key.ToString(), StringComparison.OrdinalIgnoreCase))
            .Select(key => Text(dictionary[key]))
            .FirstOrDefault(),
        _ => null,
    };

    /// <summary>Whether an object can hold headers.</summary>
    public static bool CanRead(object? headers) => headers is NameValueCollection or IDictionary;

    // As HTTP itself joins the values of a repeated header (RFC 9110, 5.3).
    private static string? Text(object? value) => PipelineInput.Unwrap(value) switch
    {
        null => null,
        string text => text,
        IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Text)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}
