using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the topics that the API's description names; others may be given too, since the list is open (lucca-resources, section 1).</summary>
public sealed class TopicCompleter : IArgumentCompleter
{
    private static readonly string[] Subjects = ["employee", "employment", "job-position", "employee-extension"];
    private static readonly string[] Changes = ["created", "updated", "deleted"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, Subjects.SelectMany(subject => Changes.Select(change => $"{subject}.{change}")).Append("ping").Select(topic => (topic, "")));
}
