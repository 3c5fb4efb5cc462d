using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the hosts that this process has connected to.</summary>
public sealed class HostCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, KnownHosts.All.Select(host => (host, $"The tenant {host}")));
}
