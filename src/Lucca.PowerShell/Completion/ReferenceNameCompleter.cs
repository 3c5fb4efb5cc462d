using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Api;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the names of the references that a command can expand, and <c>*</c> for all.</summary>
public sealed class ReferenceNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(commandName);
        var members = ParameterResource.Find(commandName, parameterName) is { } resource ? ReferenceMembers.Of(resource.Model) : [];
        return Offer.Beginning(wordToComplete, members.Select(member => (member.Name, $"A {Resources.Of(member.Model).Name}")));
    }
}
