using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Lucca.Api;

namespace Lucca.PowerShell.Completion;

/// <summary>
/// Completes what a parameter stands for, by the beginning of the id, of an e-mail address or a number, or by a part of the name. Where a
/// name is taken and means one thing alone it is the name that is inserted, with the id beside it; a number is no id and is not. Silent
/// when not connected or when the tenant does not answer in time.
/// </summary>
public sealed class ResourceIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(commandName);
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        if (CompletedSession.Of(fakeBoundParameters) is not { } session
            || CompletedResource.Find(commandName, parameterName) is not { } resource)
        {
            return [];
        }

        var typed = Offer.Unquote(wordToComplete);
        return NameOffer.NamedBy(resource).HasList ? Offer.All(wordToComplete, Words(session, resource, typed)) : [];
    }

    private static IEnumerable<(string Word, string ToolTip)> Words(LuccaSession session, ResourceDescriptor resource, string typed)
    {
        var found = NameOffer.Find(session, resource, typed);
        var counts = found.CountBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return found.Select(one => Word(resource, one, typed, isAlone: counts[one.Name] == 1));
    }

    private static (string Word, string ToolTip) Word(ResourceDescriptor resource, NamedResource one, string typed, bool isAlone)
    {
        var byId = (one.Id, one.Name);
        if (typed.Length > 0 && one.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return byId;
        }

        if (!one.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) && one.Email is { } email && NameOffer.Begins(email, typed))
        {
            return (email, one.Name);
        }

        return isAlone && NameLookup.CanStandFor(NameOffer.NamedBy(resource), one.Name) ? (one.Name, $"{resource.Label} {one.Id}") : byId;
    }
}
