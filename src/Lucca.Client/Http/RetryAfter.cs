using System.Globalization;
using System.Net.Http.Headers;

namespace Lucca.Http;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>How long the server asks to wait.</summary>
    /// <returns>Null when the header is absent or cannot be read; zero for a date that has passed.</returns>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.NonValidated.TryGetValues("Retry-After", out var values) ? Parse(values.ToString(), now) : null;

    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            return null;
        }

        return date > now ? date - now : TimeSpan.Zero;
    }
}
