using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Lets a parameter take countries as ISO 3166-1 alpha-3, in any case, and nothing else: the API finds nothing for other codes (docs/api.md#filters). What is empty stays so.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountryCodeAttribute : WordsAttribute
{
    private protected override string? Spelled(object? given) => PipelineInput.Unwrap(given)?.ToString() switch
    {
        { Length: 3 } code when code.All(char.IsAsciiLetter) => code.ToUpperInvariant(),
        { } text when !string.IsNullOrWhiteSpace(text) => throw new ArgumentTransformationMetadataException($"{InputText.Of(given)} is not a country code of three letters, such as FRA.{Meant(text)}"),
        var nothing => nothing,
    };

    private static string Meant(string text) =>
        Country.All.FirstOrDefault(country => text.Equals(country.ShortCode, StringComparison.OrdinalIgnoreCase) || text.Equals(country.Name, StringComparison.OrdinalIgnoreCase)) is { } country
            ? $" For {country.Name}, use {country.Code}."
            : "";
}
