using System.Collections;
using System.Globalization;

namespace Lucca.Api;

/// <summary>
/// The values of fields as text, the same from the tenant, from CSV, JSON and clixml: a label by its name, several values with commas.
/// </summary>
internal static class FieldText
{
    private const string Midnight = "T00:00:00";

    /// <summary>Stands for an object without a name, which no text can tell from another one.</summary>
    public static object Unclear { get; } = new();

    /// <summary>Whether a column is a field: ids of the tenant's own begin with <c>e_</c>, those of built-in ones are paths.</summary>
    /// <param name="column">The column's name.</param>
    public static bool IsField(string column) =>
        column.StartsWith("e_", StringComparison.OrdinalIgnoreCase) || column.Contains('.', StringComparison.Ordinal);

    /// <summary>The text of a value; null for none.</summary>
    /// <param name="value">The value.</param>
    public static object? Of(object? value) => value switch
    {
        null or "" => null,
        string text => text.EndsWith(Midnight, StringComparison.Ordinal) ? text[..^Midnight.Length] : text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Reference named => Of(named.ToString()),
        decimal or double or float => ((IFormattable)value).ToString("0.#########", CultureInfo.InvariantCulture),
        IConvertible plain => plain.ToString(CultureInfo.InvariantCulture),
        IDictionary or IReadOnlyDictionary<string, object?> => Unclear,
        IEnumerable several => Joined(several.Cast<object?>().Select(Of)),
        _ => Unclear,
    };

    /// <summary>The text of several values.</summary>
    /// <param name="texts">Their texts.</param>
    public static object? Joined(IEnumerable<object?> texts)
    {
        var all = texts.ToList();
        return all.Contains(Unclear) ? Unclear : Of(string.Join(", ", all));
    }
}
