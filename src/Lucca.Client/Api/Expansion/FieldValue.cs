using System.Globalization;

namespace Lucca.Api;

/// <summary>The value of a field as a column shows it: days as days, whatever else as it came.</summary>
internal static class FieldValue
{
    /// <summary>The value.</summary>
    /// <param name="value">The value as it came.</param>
    /// <param name="definition">The definition, or a reference to it where the key may not read definitions.</param>
    public static object? Of(object? value, Reference definition) => value switch
    {
        Values<object?> several => Values<object?>.Of(several.Select(one => Of(one, definition))),
        string text when IsDay(definition)
            && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => value,
    };

    /// <summary>The values of several records of one field.</summary>
    public static Values<object?> Together(object? one, object? other) => Values<object?>.Of([.. Each(one), .. Each(other)]);

    private static Values<object?> Each(object? value) => value as Values<object?> ?? [value];

    /// <summary>Where nothing says what a value is, text in the form of a day is one.</summary>
    private static bool IsDay(Reference definition) =>
        definition is not EmployeeAttributeDefinition { Schema: IDictionary<string, object?> schema }
        || (schema.TryGetValue("format", out var format) && format is "date");
}
