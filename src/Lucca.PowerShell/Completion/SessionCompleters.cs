using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the names of sessions.</summary>
public sealed class SessionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, SessionTable.Current.All.Select(session => (session.Name, session.Uri.ToString())));
}

/// <summary>Completes the hosts that this process has connected to.</summary>
public sealed class HostCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, KnownHosts.All.Select(host => (host, $"The tenant {host}")));
}

/// <summary>The session in which the command that is being typed would work.</summary>
internal static class CompletedSession
{
    /// <summary>The session; null when there is none.</summary>
    /// <param name="bound">The parameters typed so far.</param>
    public static LuccaSession? Of(IDictionary bound)
    {
        try
        {
            return SessionTable.Current.Resolve(bound["Session"]);
        }
        catch (SessionException)
        {
            return null;
        }
    }
}
