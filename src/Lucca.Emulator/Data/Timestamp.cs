using System.Globalization;

namespace Lucca.Emulator;

/// <summary>Days and timestamps as the API writes them.</summary>
internal static class Timestamp
{
    /// <summary>The day on which the demo tenant began.</summary>
    public static DateOnly FirstDay { get; } = new(2023, 1, 23);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time on a day in one of the forms that samples show: with 0, 3 or 4 digits of a fraction, or with an offset.</summary>
    public static string Varied(DateOnly day, int index)
    {
        var format = (index % 4) switch
        {
            0 => "yyyy-MM-dd'T'HH:mm:ss.ffff'Z'",
            1 => "yyyy-MM-dd'T'HH:mm:ss'Z'",
            2 => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            _ => "yyyy-MM-dd'T'HH:mm:ss'+02:00'",
        };
        return day.ToDateTime(new TimeOnly(12, 45, 23)).AddMilliseconds(123.4).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>When what does not depend on today was made.</summary>
    public static string Created(int index) => Varied(FirstDay.AddDays(index % 300), index);

    public static string Updated(int index) => Created((index * 7) + 2)[..10] + "T08:00:00Z";
}
