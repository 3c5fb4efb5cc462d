using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.PowerShell.Arguments;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the keys that a list can be sorted by.</summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class SortKeyCompleter<T> : IArgumentCompleter
    where T : Resource
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, SortKeysAttribute<T>.Words.Select(word => (word, word.StartsWith('-') ? $"{word[1..]}, descending" : $"{word}, ascending")));
}
