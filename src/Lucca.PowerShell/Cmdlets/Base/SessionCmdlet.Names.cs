using Lucca.Api;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Names in place of ids.</content>
public abstract partial class SessionCmdlet
{
    private readonly Dictionary<(LuccaSession Session, string Parameter), string[]> _meant = [];

    /// <summary>Whether the command writes: what names mean is read afresh then, and no malformed record may hide what else they mean.</summary>
    private protected virtual bool IsWrite => false;

    /// <summary>
    /// The ids that a parameter stands for, when they are about to be sent: the session is known by then. Text that is no id is looked up
    /// as a name; what nothing is called so, or more than one thing, ends the command before anything else is sent.
    /// </summary>
    /// <param name="parameter">The parameter, which knows the kind of resource.</param>
    /// <returns>The ids; empty when the parameter was left out. What was given was checked: none is empty or of another kind.</returns>
    internal string[] IdsOf(ResourceParameter parameter)
    {
        if (!_meant.TryGetValue((CurrentSession, parameter.Name), out var ids))
        {
            ids = FindIds(parameter);
            _meant.Add((CurrentSession, parameter.Name), ids);
        }

        return ids;
    }

    /// <summary>What was given means, text as what is called so; an answer for each.</summary>
    /// <param name="resource">What is meant.</param>
    /// <param name="given">What was given.</param>
    /// <param name="names">The names to look in; those of the session when left out, none known yet for a write.</param>
    private protected IReadOnlyList<NameAnswer> Named(ResourceDescriptor resource, IReadOnlyList<ResourceId> given, NameMemory? names = null)
    {
        string[] texts = [.. given.Select(one => one.Text).OfType<string>()];
        string[] numbers = [.. given.Select(one => one.EmployeeNumber).OfType<string>()];
        var lookup = new NameLookup(Client, names ?? (IsWrite ? NameMemory.OfRun() : CurrentSession.Names)) { IsForWrite = IsWrite };
        var byText = new Queue<NameAnswer>(texts.All(text => NameLookup.IsId(resource, text))
            ? texts.Select(NameAnswer.Id)
            : Await(token => lookup.FindAsync(resource, texts, token)));
        var byNumber = new Queue<NameAnswer>(numbers.Length == 0 ? [] : Await(token => lookup.FindNumbersAsync(numbers, token)));
        return [.. given.Select(one =>
            one.Text is not null ? byText.Dequeue()
            : one.EmployeeNumber is not null ? byNumber.Dequeue()
            : NameAnswer.Id(one.Value))];
    }

    /// <summary>Waits for a write. Names are forgotten even when it fails: the server may have done it.</summary>
    private protected T AwaitWrite<T>(Func<CancellationToken, Task<T>> write)
    {
        var names = CurrentSession.Names;
        try
        {
            return Await(write);
        }
        finally
        {
            names.Clear();
        }
    }

    private string[] FindIds(ResourceParameter parameter)
    {
        var given = parameter.Given(this);
        var named = Named(parameter.Descriptor, given);
        (ResourceId One, NameAnswer Answer)[] wrong = [.. given.Zip(named).Where(pair => pair.Second.Error is not null)];
        foreach (var (one, answer) in wrong.SkipLast(1))
        {
            WriteError(ErrorRecords.From(answer.Error!, one.Input, CurrentSession));
        }

        if (wrong is [.., var last])
        {
            ThrowTerminatingError(ErrorRecords.From(last.Answer.Error!, last.One.Input, CurrentSession));
        }

        return WithBelow(parameter.Name, [.. named.SelectMany(answer => answer.Ids).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The ids of a parameter together with those of what is below, where that is meant.</summary>
    private protected virtual string[] WithBelow(string parameter, string[] ids) => ids;
}
