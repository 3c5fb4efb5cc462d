using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Filters;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that works in a session.</summary>
public abstract partial class SessionCmdlet : AsyncCmdlet
{
    private SessionChoice? _choice;
    private LuccaSession? _session;
    private LuccaClient? _client;

    /// <summary>
    /// The session: an object of Connect-Lucca or a session's name. When left out, the one that the input came from, else the session
    /// connected last.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public object? Session { get; set; }

    internal LuccaSession CurrentSession
    {
        get
        {
            if (_session is null)
            {
                WorkIn(_choice!.For(null));
            }

            return _session!;
        }
    }

    internal LuccaClient Client => _client ??= new LuccaClient(CurrentSession.Transport, Notes)
    {
        NoteDepartments = CurrentSession.Departments.Begin,
    };

    /// <summary>Finds the ids that input means.</summary>
    internal IdResolver Resolver => field ??= new IdResolver(this, IsWrite);

    /// <summary>Whether the command writes.</summary>
    private protected virtual bool IsWrite => false;

    /// <summary>Whether the session depends on items that are still to come.</summary>
    private protected virtual bool FollowsInput => false;

    /// <summary>Makes sure of the session, and of the resources that parameters stand for, before anything else happens.</summary>
    protected override void BeginProcessing()
    {
        try
        {
            var table = SessionTable.Of(this);
            _choice = new SessionChoice(table, IsBound(nameof(Session)) ? table.Named(Session) : null);
            Array.ForEach(ResourceParameter.Of(GetType()), Check);
            if (!FollowsInput)
            {
                WorkIn(_choice.For(null));
            }
        }
        catch (LocalException wrong)
        {
            throw End(wrong);
        }
    }

    /// <inheritdoc cref="IdResolver.IdsOf"/>
    internal string[] IdsOf(ResourceParameter parameter) => Resolver.IdsOf(parameter);

    /// <summary>The ids that a parameter stands for.</summary>
    /// <param name="parameter">The parameter's name.</param>
    private protected string[] IdsOf(string parameter) => IdsOf(Array.Find(ResourceParameter.Of(GetType()), one => one.Name == parameter)!);

    /// <summary>The ids of a parameter together with those of what is below, where that is meant.</summary>
    internal virtual string[] WithBelow(string parameter, string[] ids) => ids;

    /// <summary>Turns to the session of an item; when it has none, that is an error of the item.</summary>
    /// <param name="origin">Where the item came from; null when nothing shows that.</param>
    /// <returns>False when the item is done with.</returns>
    internal bool TryFollow(InputOrigin? origin)
    {
        try
        {
            WorkIn(_choice!.For(origin));
            return true;
        }
        catch (LocalException unfit) when (origin is not null)
        {
            WriteError(ErrorRecords.From(unfit));
            return false;
        }
        catch (LocalException missing)
        {
            throw End(missing);
        }
    }

    /// <summary>Turns to the session of what a parameter was given; when it has none, the command ends.</summary>
    /// <param name="origin">Where it came from; null when nothing shows that.</param>
    /// <param name="parameter">The parameter's name.</param>
    private protected void Follow(InputOrigin? origin, string parameter)
    {
        try
        {
            _choice!.Follow(origin, parameter);
            WorkIn(_choice.For(null));
        }
        catch (LocalException unfit)
        {
            throw End(unfit);
        }
    }

    /// <summary>Turns to the session of what a parameter was given, if there is one.</summary>
    /// <param name="origin">Where it came from; null when nothing shows that.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="problem">Why there is none.</param>
    private protected bool TryFollow(InputOrigin? origin, string parameter, out string problem)
    {
        try
        {
            _choice!.Follow(origin, parameter);
            WorkIn(_choice.For(null));
            problem = "";
            return true;
        }
        catch (LocalException none)
        {
            problem = none.Message;
            return false;
        }
    }

    /// <summary>Turns to a session.</summary>
    internal void WorkIn(LuccaSession session)
    {
        if (ReferenceEquals(session, _session))
        {
            return;
        }

        (_session, _client) = (session, null);
        Progress.Forecast = new Forecast(session.RateLimit, TimeProvider.System);
        Progress.PermitsTaken = () => session.Transport.PermitsTaken;
    }

    private void Check(ResourceParameter parameter)
    {
        foreach (var given in parameter.Given(this))
        {
            if (given.IsEmpty)
            {
                throw new BadArgumentException(
                    $"-{parameter.Name} is empty, or one of its values is.",
                    given.Input,
                    "Omit the parameter to use no value, or check the variable that you gave it.");
            }

            if (given.Problem(parameter.Descriptor) is { } problem)
            {
                throw new BadArgumentException(
                    $"-{parameter.Name}: {problem}", given.Input, $"Give ids or {parameter.Descriptor.Label} objects.");
            }

            _choice!.Follow(InputOrigin.Of(given), parameter.Name);
        }
    }
}
