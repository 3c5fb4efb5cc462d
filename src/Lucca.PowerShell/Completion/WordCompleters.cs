using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the topics that the API names; others may be given too, since the list is open.</summary>
public sealed class TopicCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(
            wordToComplete, EventTopics.All.Select(topic => (topic, EventTopics.IsObsolete(topic) ? $"{topic} (probably obsolete)" : "")));
}

/// <summary>Completes the scopes of the API.</summary>
public sealed class ScopeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(wordToComplete, ApiScopes.All);
}

/// <summary>Completes the keys that a list can be sorted by.</summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class SortKeyCompleter<T> : IArgumentCompleter
    where T : Resource
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Offer.Beginning(
            wordToComplete,
            SortKeysAttribute<T>.Words.Select(word => (word, word.StartsWith('-') ? $"{word[1..]}, descending" : $"{word}, ascending")));
}

/// <summary>Completes the names of the references that a command can expand, and <c>*</c> for all.</summary>
public sealed class ReferenceNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(commandName);
        var members = CompletedResource.Find(commandName, parameterName) is { } resource ? ReferenceMembers.Of(resource.Model) : [];
        return Offer.Beginning(wordToComplete, members.Select(member => (member.Name, $"A {Resources.Of(member.Model).Label}")));
    }
}

/// <summary>Completes countries as ISO 3166-1 alpha-3, by the code or by a part of the name.</summary>
public sealed class CountryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = Offer.Unquote(wordToComplete);
        return Offer.All(wordToComplete, Country.All
            .Where(country => country.Code.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                || country.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Select(country => (country.Code, country.Name)));
    }
}

/// <summary>Completes <c>$true</c> and <c>$false</c>, where a parameter wants one or the other and is not a switch.</summary>
public sealed class TrueOrFalseCompleter : IArgumentCompleter
{
    private static readonly string[] Words = ["$true", "$false"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Words.Where(word => word.StartsWith(
            wordToComplete ?? "", StringComparison.OrdinalIgnoreCase)).Select(word => new CompletionResult(word));
}
