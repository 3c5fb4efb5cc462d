using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that works in a session.</summary>
public abstract class SessionCmdlet : AsyncCmdlet
{
    private readonly Outage _outage = new();
    private LuccaSession? _session;
    private LuccaClient? _client;

    /// <summary>The session: an object of Connect-Lucca or a session's name. The session connected last when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public object? Session { get; set; }

    private protected LuccaSession CurrentSession => _session ??= SessionTable.Current.Resolve(Session);

    private protected LuccaClient Client => _client ??= new LuccaClient(CurrentSession.Transport, Notes);

    /// <summary>Makes sure of the session before anything else happens.</summary>
    protected override void BeginProcessing()
    {
        try
        {
            Progress.Forecast = new Forecast(CurrentSession.RateLimit, TimeProvider.System);
            Progress.PaceTaken = () => CurrentSession.Transport.PaceTaken;
        }
        catch (SessionException missing)
        {
            ThrowTerminatingError(ErrorRecords.From(missing));
        }
    }

    /// <summary>Does one item's work; what goes wrong becomes an error of that item, and the next item goes on.</summary>
    /// <param name="target">What the user typed.</param>
    /// <param name="work">The work.</param>
    private protected void Attempt(object? target, Action work)
    {
        var goesOn = false;
        try
        {
            _outage.Begin();
            Try(target, work);
            _outage.End();
            goesOn = true;
        }
        finally
        {
            if (!goesOn)
            {
                // The cmdlet ends here, by an error or by Select-Object -First: its EndProcessing will not come.
                Progress.Complete();
            }
        }
    }

    /// <summary>Emits what a write brought.</summary>
    /// <param name="result">The object after the write; null when the server did it and sent nothing back.</param>
    private protected void WriteResult(Resource? result)
    {
        if (result is null)
        {
            WriteVerbose("Done; the server sent nothing back.");
        }
        else
        {
            WriteObject(ResourceView.Of(result));
        }
    }

    /// <summary>Reports a failed call; ends the pipeline when no further call could succeed.</summary>
    private protected void Report(LuccaException error, object? target)
    {
        var isOver = _outage.Add(error);
        var record = ErrorRecords.From(error, PipelineInput.Unwrap(target), CurrentSession, Advise(error), isOver ? Outage.Consequence : "");
        if (error.IsForAll || isOver)
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>What to do after a failed call, where the command knows better than the kind of failure says.</summary>
    private protected virtual string? Advise(LuccaException error) => null;

    private void Try(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (LuccaException error)
        {
            Report(error, target);
        }
        catch (LocalFileException error) when (error.ConcernsAll)
        {
            ThrowTerminatingError(ErrorRecords.From(error, PipelineInput.Unwrap(target)));
        }
        catch (LocalFileException error)
        {
            WriteError(ErrorRecords.From(error, PipelineInput.Unwrap(target)));
        }
        catch (SessionException closed)
        {
            ThrowTerminatingError(ErrorRecords.From(closed));
        }
        catch (ObjectDisposedException) when (_session is { IsConnected: false })
        {
            // Another runspace disconnected it while this one waited.
            ThrowTerminatingError(ErrorRecords.From(_session.Disconnected()));
        }
    }

    /// <summary>Makes what no item could do without; what goes wrong ends the pipeline.</summary>
    /// <param name="target">What the user typed.</param>
    /// <param name="make">Makes it.</param>
    private protected T Require<T>(object? target, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (LocalFileException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, PipelineInput.Unwrap(target)));
            throw;
        }
        catch (BadArgumentException error)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(error.Message, error.Target, error.Advice));
            throw;
        }
    }
}
