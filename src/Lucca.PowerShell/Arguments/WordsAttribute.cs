using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Lets a parameter take one word or several, each spelled as the API has it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class WordsAttribute : ArgumentTransformationAttribute
{
    /// <summary>The words as the API spells them.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A word, or a list of them.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } many
            ? many.Cast<object?>().Select(Spelled).ToArray()
            : new[] { Spelled(inputData) };

    /// <summary>One word as the API spells it.</summary>
    /// <param name="given">What was given.</param>
    /// <exception cref="ArgumentTransformationMetadataException">It is none of the words that there are.</exception>
    private protected abstract string? Spelled(object? given);
}

/// <summary>
/// Lets a parameter take the keys that a list can be sorted by, each also after a <c>-</c> for the other direction, and nothing else.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortKeysAttribute<T> : WordsAttribute
    where T : Resource
{
    /// <summary>All words that may be given.</summary>
    internal static IEnumerable<string> Words => Resources.Of(typeof(T)).SortKeys.SelectMany(key => new[] { key, "-" + key });

    private protected override string Spelled(object? given) =>
        Words.FirstOrDefault(word => word.Equals(PipelineInput.Unwrap(given)?.ToString(), StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentTransformationMetadataException(
            $"{InputText.Of(given)} is not a sort key. The keys are {string.Join(", ", Resources.Of(typeof(T)).SortKeys)}; "
            + "a - before a key sorts in descending order.");
}

/// <summary>
/// Lets a parameter take countries as ISO 3166-1 alpha-3, in any case, and nothing else: the API finds nothing for other codes
/// (docs/api.md#filters). What is empty stays so.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountryCodeAttribute : WordsAttribute
{
    private protected override string? Spelled(object? given) => PipelineInput.Unwrap(given)?.ToString() switch
    {
        { Length: 3 } code when code.All(char.IsAsciiLetter) => code.ToUpperInvariant(),
        { } text when !string.IsNullOrWhiteSpace(text) => throw new ArgumentTransformationMetadataException(
            $"{InputText.Of(given)} is not a country code of three letters, such as FRA.{Meant(text)}"),
        var nothing => nothing,
    };

    private static string Meant(string text) =>
        Country.All.FirstOrDefault(country => text.Equals(country.ShortCode, StringComparison.OrdinalIgnoreCase)
            || text.Equals(country.Name, StringComparison.OrdinalIgnoreCase)) is { } country
            ? $" For {country.Name}, use {country.Code}."
            : "";
}
