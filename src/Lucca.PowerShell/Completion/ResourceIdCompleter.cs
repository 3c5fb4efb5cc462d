using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Completion;

/// <summary>
/// Completes the ids of what a command gets, or of what a filter relates to: by the beginning of the id, or by a part of the name,
/// which stands beside it. Silent when not connected or when the tenant does not answer in time.
/// </summary>
public sealed class ResourceIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(commandName);
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        if (Session(fakeBoundParameters) is not { } session || CompletableCommands.Find(commandName, parameterName) is not { } source)
        {
            return [];
        }

        var typed = Offer.Unquote(wordToComplete);
        var found = Matching(IdList.Of(session).Find(session, source, search: null), typed);
        return Offer.All(wordToComplete, found.Length > 0 || typed.Length == 0 ? found : Matching(IdList.Of(session).Find(session, source, typed), typed));
    }

    private static (string Id, string Name)[] Matching(IReadOnlyList<(string Id, string Name)> ids, string typed) =>
    [
        .. ids.Where(id => id.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
            || id.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)),
    ];

    private static LuccaSession? Session(IDictionary bound)
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
