using System.Globalization;
using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>The dates of HTTP (RFC 9110, 5.6.7), and ISO 8601, which some servers send. Other forms are ignored.</summary>
    private static readonly string[] Dates =
        ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How long the server asks to wait.</summary>
    /// <returns>Null when the header is absent or cannot be read; zero for a date that has passed.</returns>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.NonValidated.TryGetValues("Retry-After", out var values) ? Parse(values.ToString(), now) : null;

    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        // The parser accepts Infinity and NaN as numbers.
        if (double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return double.IsFinite(seconds) && seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds)) : null;
        }

        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        return DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, styles, out var date)
            ? date > now ? date - now : TimeSpan.Zero
            : null;
    }
}
