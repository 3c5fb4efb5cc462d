using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Api;

namespace Lucca.PowerShell.Completion;

/// <summary>Completes the paths that the API publishes, and behind one the ids of its resources, by name too.</summary>
public sealed class PathCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        var typed = Offer.Unquote(wordToComplete);
        return typed.Split('/', 2) is [var path, var id]
            ? Ids(wordToComplete, path, id, fakeBoundParameters)
            : Offer.Beginning(wordToComplete, Resources.All.Select(resource => (resource.Path, $"Scope {resource.ReadScope}")));
    }

    private static IEnumerable<CompletionResult> Ids(string typed, string path, string id, IDictionary bound) =>
        Resources.All.FirstOrDefault(resource => resource.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
            is { HasList: true } resource
            && CompletedSession.Of(bound) is { } session
            ? Offer.All(typed, NameOffer.Find(session, resource, id).Select(one => ($"{resource.Path}/{one.Id}", one.Name)))
            : [];
}
