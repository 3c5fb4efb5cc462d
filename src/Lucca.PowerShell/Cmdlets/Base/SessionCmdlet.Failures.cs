using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What becomes of work that fails: an error of its item, or the end of the pipeline.</content>
public abstract partial class SessionCmdlet
{
    private readonly Outage _outage = new();

    /// <summary>Does one item's work; what goes wrong becomes an error of that item, and the next item goes on.</summary>
    /// <param name="target">What the user typed; null for a list: then what goes wrong ends the script.</param>
    /// <param name="work">The work.</param>
    internal void Attempt(object? target, Action work)
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

    /// <summary>
    /// Reports a failed call; ends the pipeline when no further call could succeed, or when it ended a list: no script may take the part
    /// that came for the whole.
    /// </summary>
    internal void Report(LuccaException error, object? target)
    {
        var isOver = _outage.Add(error);
        var record = RecordOf(error, target, isOver ? Outage.Consequence : "");
        if (error.List is not null || error.IsForAll || isOver)
        {
            throw ErrorRecords.EndOfScript(record, this);
        }

        WriteError(record);
    }

    /// <summary>The error of a failed call.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="target">What the user typed.</param>
    /// <param name="consequence">What follows from it for the command.</param>
    internal ErrorRecord RecordOf(LuccaException error, object? target, string consequence = "") =>
        ErrorRecords.From(error, PipelineInput.Unwrap(target), CurrentSession.Uri, Advise(error), consequence);

    /// <summary>Reports a row whose id and number are those of two employees.</summary>
    /// <param name="row">The row.</param>
    /// <param name="problem">What contradicts what.</param>
    internal void WriteContradiction(ResourceId row, string problem) => WriteError(ErrorRecords.From(new BadArgumentException(
        problem, row.Input, "Correct the row, or remove its column Id or EmployeeNumber.") { IsBeforeCall = false }));

    /// <summary>What to do after a failed call, where the command knows better than the kind of failure says.</summary>
    private protected virtual string? Advise(LuccaException error) => null;

    /// <summary>Makes what no item could do without; what goes wrong ends the pipeline.</summary>
    /// <param name="target">What the user typed.</param>
    /// <param name="make">Makes it.</param>
    internal T Require<T>(object? target, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (LocalException error)
        {
            throw End(error, target);
        }
    }

    /// <summary>What ends the script, for what is wrong on this side.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="target">What the user typed, where the error does not know it.</param>
    internal Exception End(LocalException error, object? target = null) =>
        ErrorRecords.EndOfScript(ErrorRecords.From(error, PipelineInput.Unwrap(target)), this);

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
        catch (LocalException error) when (error.ConcernsAll || target is null)
        {
            throw End(error, target);
        }
        catch (LocalException error)
        {
            WriteError(ErrorRecords.From(error, PipelineInput.Unwrap(target)));
        }
        catch (ObjectDisposedException) when (_session is { IsConnected: false })
        {
            // Another runspace disconnected it while this one waited.
            throw End(_session.Disconnected());
        }
    }
}
