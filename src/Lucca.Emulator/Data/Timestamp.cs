using System.Globalization;

namespace Lucca.Emulator;

/// <summary>Dates and times as the API writes them.</summary>
internal static class Timestamp
{
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time of creation: in the forms that samples show, with 0, 3 or 4 digits of a fraction, or with an offset.</summary>
    public static string Created(int index)
    {
        var time = new DateTime(2023, 1, 23, 12, 45, 23, DateTimeKind.Utc).AddDays(index % 300).AddMilliseconds(123.4);
        var format = (index % 4) switch
        {
            0 => "yyyy-MM-dd'T'HH:mm:ss.ffff'Z'",
            1 => "yyyy-MM-dd'T'HH:mm:ss'Z'",
            2 => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            _ => "yyyy-MM-dd'T'HH:mm:ss'+02:00'",
        };
        return time.ToString(format, CultureInfo.InvariantCulture);
    }

    public static string Updated(int index) => Created((index * 7) + 2)[..10] + "T08:00:00Z";
}
