using System.Collections.Concurrent;
using System.Globalization;

namespace Lucca.Http;

/// <summary>Warns of what the API means to take away, as it says by <c>Deprecation</c> (RFC 9745) and <c>Sunset</c> (RFC 8594): once for each resource's path.</summary>
internal sealed class Deprecations
{
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.OrdinalIgnoreCase);

    public void Look(HttpResponseMessage response, CallNotes notes)
    {
        string[] news = [.. News(response)];
        var uri = response.RequestMessage!.RequestUri!;
        var path = string.Join('/', uri.AbsolutePath.Split('/').Take(3)); // of all departments, not of each
        if (news.Length > 0 && _told.TryAdd(path, true))
        {
            notes.Warn($"{path} {string.Join(" and ", news)}, says {uri.Authority}. Look for a newer version of this module, or read the change log of the API.");
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

    /// <summary>The day of a structured date, such as <c>@1688169599</c>, or of one of HTTP's own; null for anything else, such as <c>true</c>.</summary>
    private static string? Date(string text)
    {
        var isNumber = long.TryParse(text.TrimStart('@'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        return isNumber ? Day(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Day(date)
            : null;
    }

    private static string Day(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
