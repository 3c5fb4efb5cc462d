using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes <c>$true</c> and <c>$false</c>, where a parameter wants one or the other and is not a switch.</summary>
public sealed class TrueOrFalseCompleter : IArgumentCompleter
{
    private static readonly string[] Words = ["$true", "$false"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from word in Words
        where word.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(word);
}
