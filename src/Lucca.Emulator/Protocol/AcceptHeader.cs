using System.Globalization;

namespace Lucca.Emulator;

/// <summary>The header <c>Accept</c>: media ranges, the preferred one first.</summary>
internal static class AcceptHeader
{
    /// <summary>Reads the media ranges without their parameters, by quality, then as written. Those of quality 0 are omitted.</summary>
    public static IReadOnlyList<string> Parse(string? header)
        => [.. (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(range => range.Split(';', StringSplitOptions.TrimEntries))
            .Select(parts => (Range: parts[0].ToLowerInvariant(), Quality: Quality(parts)))
            .Where(range => range.Quality > 0)
            .OrderByDescending(range => range.Quality)
            .Select(range => range.Range)];

    private static double Quality(string[] parts)
        => Array.Find(parts, part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) is { } quality
            && double.TryParse(quality.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 1;
}
