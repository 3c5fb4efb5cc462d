using System.Globalization;
using Lucca.PowerShell.Input;

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

    /// <summary>Whether a text has the right form, but names a day that does not exist, such as 2026-02-30.</summary>
    public static bool IsNoDay(string text) =>
        text.Trim() is { Length: >= 10 } day
        && day[..10] is [_, _, _, _, '-', _, _, '-', _, _]
        && day[..10].Count(char.IsAsciiDigit) == 8
        && (day.Length == 10 || day[10] == 'T')
        && !DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>What a message says of such a day; null for any other text.</summary>
    public static string? ProblemOf(object? given) => PipelineInput.Unwrap(given) is string text && IsNoDay(text)
        ? $"'{text.Trim()[..10]}' has the right form, but the calendar has no such day."
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
