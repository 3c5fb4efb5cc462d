using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the names of sessions.</summary>
public sealed class SessionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, SessionTable.Current.All.Select(session => (session.Name, session.Uri.ToString())));
}
