using System.Globalization;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Days and moments as text, the same in every culture: ISO 8601 alone. <c>03/04</c> is March to some and April to others.
/// </summary>
internal static class DateText
{
    private static readonly string[] Forms = ["yyyy-MM-dd", .. Times("HH:mm"), .. Times("HH:mm:ss"), .. Times("HH:mm:ss.FFFFFFF")];

    /// <summary>The day that a text names, in its own time zone; null when it is in another form, or no day.</summary>
    public static DateOnly? Day(string text) =>
        Moment(text) is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null;

    /// <summary>
    /// The moment that a text names, in this machine's time zone when it has no offset; null when it is in another form, or no moment.
    /// </summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment)
            ? moment
            : null;

    /// <summary>A value as the API spells it: days and moments in ISO 8601, anything else as it is written in no culture.</summary>
    public static string Of(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset => string.Create(CultureInfo.InvariantCulture, $"{value:yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK}"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string[] Times(string time) => [$"yyyy-MM-dd'T'{time}", $"yyyy-MM-dd'T'{time}K"];
}
