using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Api;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the topics that the API names; others may be given too, since the list is open.</summary>
public sealed class TopicCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, EventTopics.All.Select(topic => (topic, EventTopics.IsObsolete(topic) ? $"{topic} (probably obsolete)" : "")));
}
