using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.PowerShell.Arguments;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes countries as ISO 3166-1 alpha-3, by the code or by a part of the name.</summary>
public sealed class CountryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = Offer.Unquote(wordToComplete);
        return Offer.All(wordToComplete, Country.All
            .Where(country => country.Code.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || country.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Select(country => (country.Code, country.Name)));
    }
}
