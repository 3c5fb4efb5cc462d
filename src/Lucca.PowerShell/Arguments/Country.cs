using System.Globalization;

namespace Lucca.PowerShell.Arguments;

/// <summary>A country that .NET knows.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, such as <c>FRA</c>: what the API takes.</param>
/// <param name="ShortCode">ISO 3166-1 alpha-2, such as <c>FR</c>.</param>
/// <param name="Name">Its English name.</param>
internal sealed record Country(string Code, string ShortCode, string Name)
{
    private static readonly Lazy<Country[]> Known = new(() =>
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(RegionOf)
            .OfType<RegionInfo>()
            .Where(region => region.ThreeLetterISORegionName is [>= 'A' and <= 'Z', _, _])
            .Select(region => new Country(region.ThreeLetterISORegionName, region.TwoLetterISORegionName, region.EnglishName))
            .DistinctBy(country => country.Code)
            .OrderBy(country => country.Code, StringComparer.Ordinal),
    ]);

    /// <summary>All of them by code; none where .NET runs without cultures.</summary>
    public static IReadOnlyList<Country> All => Known.Value;

    /// <summary>
    /// A culture's region. The list of a system may hold cultures without one, such as Windows' cultures of a user's own.
    /// </summary>
    private static RegionInfo? RegionOf(CultureInfo culture)
    {
        try
        {
            return new RegionInfo(culture.Name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
