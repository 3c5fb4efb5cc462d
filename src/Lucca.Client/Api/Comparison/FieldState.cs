using System.Collections;
using System.Globalization;

namespace Lucca.Api;

/// <summary>
/// The value of a field in a state. The tenant, CSV, JSON and clixml hold the same value in different forms, so it is compared by what it
/// means.
/// </summary>
internal static class FieldState
{
    private const string Midnight = "T00:00:00";
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly string[] Iso = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Stands for an object with neither id nor name, which cannot be told from another one.</summary>
    public static object Unclear { get; } = new();

    /// <summary>Whether a column is a field: ids of the tenant's own begin with <c>e_</c>, those of built-in ones are paths.</summary>
    /// <param name="column">The column's name.</param>
    public static bool IsField(string column) =>
        column.StartsWith("e_", StringComparison.OrdinalIgnoreCase) || column.Contains('.', StringComparison.Ordinal);

    /// <summary>
    /// A value as text, a truth value, a decimal or double, a time, a reference, or an array of these; null for none.
    /// </summary>
    /// <param name="value">The value.</param>
    public static object? Of(object? value) => value switch
    {
        null or "" => null,
        string text => text.EndsWith(Midnight, StringComparison.Ordinal) ? text[..^Midnight.Length] : text,
        bool or decimal or double or DateTime or Reference => value,
        float number => (double)number,
        DateTimeOffset time => time.UtcDateTime,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        IConvertible or Guid or TimeSpan => Convert.ToString(value, CultureInfo.InvariantCulture),
        IDictionary or IReadOnlyDictionary<string, object?> => Unclear,
        IEnumerable several => OfSeveral([.. several.Cast<object?>().Select(Of).Where(one => one is not null)]),
        _ => Unclear,
    };

    /// <summary>The text of a value, the same in every culture; null for none.</summary>
    /// <param name="value">From <see cref="Of"/>.</param>
    public static string? Text(object? value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString(Iso[0], CultureInfo.InvariantCulture),
        DateTime time => time.ToString(Iso[1], CultureInfo.InvariantCulture),
        object?[] several => string.Join(", ", several.Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
    };

    /// <summary>Whether two values mean the same; null when they cannot be compared.</summary>
    /// <param name="before">From <see cref="Of"/>.</param>
    /// <param name="after">From <see cref="Of"/>.</param>
    public static bool? Same(object? before, object? after) => (before, after) switch
    {
        _ when before == Unclear || after == Unclear => null,
        (null, _) or (_, null) => before == after,
        (object?[], string) or (string, object?[]) when Text(before) == Text(after) => true,
        (object?[] former, object?[] present) => SameItems(former, present),
        (object?[] former, _) => SameItems(former, Split(after)),
        (_, object?[] present) => SameItems(Split(before), present),
        (Reference, _) or (_, Reference) => ReferenceText.Same(IdOrName(before), IdOrName(after)),
        (string text, string other) => text == other || IsSameNumber(text, other),
        (string text, _) => Means(text, after),
        (_, string text) => Means(text, before),
        (DateTime time, DateTime other) => IsSameTime(time, other),
        (decimal or double, decimal or double) => IsSameNumber(before, after),
        _ => before.Equals(after),
    };

    private static object? OfSeveral(object?[] several) =>
        several.Contains(Unclear) ? Unclear : several.Length == 0 ? null : several;

    /// <summary>The order of several values means nothing, and the API does not promise one.</summary>
    private static bool? SameItems(object?[] before, object?[] after)
    {
        var left = after.ToList();
        foreach (var former in before)
        {
            var place = left.FindIndex(present => Same(former, present) is true);
            if (place < 0)
            {
                return left.Exists(present => Same(former, present) is null) ? null : false;
            }

            left.RemoveAt(place);
        }

        return left.Count == 0;
    }

    /// <summary>Text of several values, as CSV has it.</summary>
    private static object?[] Split(object value) => value is string text ? text.Split(", ") : [value];

    private static object IdOrName(object value) => value is Reference ? value : Text(value)!;

    private static bool Means(string text, object value) => value switch
    {
        bool truth => bool.TryParse(text, out var read) && read == truth,
        decimal number => decimal.TryParse(WithPoint(text), Number, CultureInfo.InvariantCulture, out var read) && read == number,
        double number => double.TryParse(WithPoint(text), Number, CultureInfo.InvariantCulture, out var read) && read.Equals(number),
        DateTime time => DateTime.TryParseExact(
            text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read) && IsSameTime(read, time),
        _ => text == Text(value),
    };

    /// <summary>CSV of some cultures has a comma. It never groups digits.</summary>
    private static string WithPoint(string text) => text.Replace(',', '.');

    /// <summary>Only the comma is overlooked: texts of digits, such as 1.10 and 1.1, may be other things than numbers.</summary>
    private static bool IsSameNumber(string text, string other) =>
        WithPoint(text) == WithPoint(other) && decimal.TryParse(WithPoint(text), Number, CultureInfo.InvariantCulture, out _);

    /// <summary>JSON of some shells has a double where the tenant has a decimal.</summary>
    private static bool IsSameNumber(object number, object other) => number is decimal && other is decimal
        ? number.Equals(other)
        : Convert.ToDouble(number, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(other, CultureInfo.InvariantCulture));

    private static bool IsSameTime(DateTime time, DateTime other) =>
        time.Kind == DateTimeKind.Unspecified || other.Kind == DateTimeKind.Unspecified
            ? time == other
            : time.ToUniversalTime() == other.ToUniversalTime();
}
