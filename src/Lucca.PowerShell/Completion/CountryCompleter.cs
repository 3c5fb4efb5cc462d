using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes countries as ISO 3166-1 alpha-3, by the code or by a part of the name.</summary>
public sealed class CountryCompleter : IArgumentCompleter
{
    private static readonly Lazy<(string Code, string Name)[]> Countries = new(() =>
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.ThreeLetterISORegionName is [>= 'A' and <= 'Z', _, _])
            .Select(region => (region.ThreeLetterISORegionName, region.EnglishName))
            .DistinctBy(country => country.ThreeLetterISORegionName)
            .OrderBy(country => country.ThreeLetterISORegionName, StringComparer.Ordinal),
    ]);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = Offer.Unquote(wordToComplete);
        return Offer.All(wordToComplete, Countries.Value.Where(country =>
            country.Code.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || country.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)));
    }
}
