using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes days: today, as the parameters take it. Without it PowerShell would offer the files of the current folder.</summary>
public sealed class DayCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, [(DateTime.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Today")]);
}
