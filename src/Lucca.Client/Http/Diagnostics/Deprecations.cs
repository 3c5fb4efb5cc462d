using System.Collections.Concurrent;
using System.Globalization;

namespace Lucca.Http;

/// <summary>Warns of <c>Deprecation</c> (RFC 9745) and <c>Sunset</c> (RFC 8594) headers, once for each resource's path.</summary>
internal sealed class Deprecations
{
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.OrdinalIgnoreCase);

    public void Look(HttpResponseMessage response, CallNotes notes)
    {
        string[] news = [.. News(response)];
        var uri = response.RequestMessage!.RequestUri!;
        var path = string.Join('/', uri.AbsolutePath.Split('/').Take(3)); // one warning for all departments
        if (news.Length > 0 && _warned.TryAdd(path, true))
        {
            notes.Warn(
                $"{path} {string.Join(" and ", news)}, says {uri.Authority}. "
                + "Look for a newer version of this module, or read the change log of the API.");
        }
    }

    private static IEnumerable<string> News(HttpResponseMessage response)
    {
        if (response.Raw("Deprecation") is { } deprecation and not ("false" or "?0"))
        {
            yield return Date(deprecation) is { } date ? $"is deprecated as of {date}" : "is deprecated";
        }

        if (response.Raw("Sunset") is { } sunset)
        {
            yield return $"goes away on {Date(sunset) ?? Redactor.Text(sunset)}";
        }
    }

    /// <summary>The day of a structured date, such as <c>@1688169599</c>, or of an HTTP date; null for anything else.</summary>
    private static string? Date(string text)
    {
        if (long.TryParse(text.TrimStart('@'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return Day(DateTimeOffset.FromUnixTimeSeconds(seconds));
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal;
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, utc, out var date) ? Day(date) : null;
    }

    private static string Day(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
