using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Api;

namespace Lucca.PowerShell.Completion;

/// <summary>
/// Completes the ids of fields, by their beginning or by a part of the name: the id is what the property of a field is called.
/// </summary>
public sealed class FieldCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        return CompletedSession.Of(fakeBoundParameters) is not { } session ? [] : Offer.All(wordToComplete, NameOffer
            .Find(session, Resources.EmployeeAttributeDefinitions, Offer.Unquote(wordToComplete))
            .Select(field => (field.Id, field.Name)));
    }
}

/// <summary>Completes the numbers of employees, by their beginning or by a part of the name.</summary>
public sealed class EmployeeNumberCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        return CompletedSession.Of(fakeBoundParameters) is not { } session ? [] : Offer.All(wordToComplete, NameOffer
            .Find(session, Resources.Employees, Offer.Unquote(wordToComplete))
            .Where(one => one.EmployeeNumber is not null)
            .Select(one => (one.EmployeeNumber!, one.Name)));
    }
}
