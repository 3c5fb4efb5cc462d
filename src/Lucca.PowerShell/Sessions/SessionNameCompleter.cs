using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Sessions;

/// <summary>Completes the names of sessions.</summary>
public sealed class SessionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Matching(wordToComplete, SessionTable.Current.All.Select(session => (session.Name, session.Uri.ToString())));
}
