using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Http;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the scopes of the API.</summary>
public sealed class ScopeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, ApiScopes.All);
}
