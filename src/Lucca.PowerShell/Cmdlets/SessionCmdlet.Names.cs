using Lucca.Api;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Names in place of ids.</content>
public abstract partial class SessionCmdlet
{
    /// <summary>
    /// The ids that a parameter stands for, when they are about to be sent: the session is known by then. Text that is no id is looked up
    /// as a name; what nothing is called so, or more than one thing, ends the command before anything else is sent.
    /// </summary>
    /// <param name="parameter">The parameter, which knows the kind of resource.</param>
    /// <returns>The ids; empty when the parameter was left out. What was given was checked: none is empty or of another kind.</returns>
    internal string[] IdsOf(ResourceParameter parameter)
    {
        var given = parameter.Given(this);
        var named = Named(parameter.Descriptor, given);
        foreach (var (one, answer) in given.Zip(named))
        {
            if (answer.Error is { } error)
            {
                ThrowTerminatingError(ErrorRecords.From(error, one.Input, CurrentSession));
            }
        }

        return [.. named.SelectMany(answer => answer.Ids).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The ids of what was given, text as what is called so; an answer for each.</summary>
    private protected IReadOnlyList<NamedIds> Named(ResourceDescriptor resource, IReadOnlyList<ResourceId> given)
    {
        string[] texts = [.. given.Where(one => one.IsText).Select(one => one.Value)];
        var answers = new Queue<NamedIds>(texts.All(text => NameLookup.IsId(resource, text))
            ? texts.Select(text => new NamedIds([text], null))
            : Await(token => new NameLookup(Client, CurrentSession.Names).FindAsync(resource, texts, token)));
        return [.. given.Select(one => one.IsText ? answers.Dequeue() : new NamedIds([one.Value], null))];
    }
}
