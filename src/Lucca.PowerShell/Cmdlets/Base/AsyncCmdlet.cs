using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Display;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// A cmdlet whose work is asynchronous. It waits on the pipeline's own thread, which alone may write: while waiting it passes on what
/// the client notes and shows progress, and on Ctrl+C it cancels the work and waits for it to clean up.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private CallNotes? _notes;
    private ProgressDisplay? _progress;

    /// <summary>What the client notes of this cmdlet's calls.</summary>
    private protected CallNotes Notes => _notes ??= new CallNotes
    {
        Verbose = Wants("Verbose", "VerbosePreference"),
        Debug = Wants("Debug", "DebugPreference"),
    };

    /// <summary>Cancelled by Ctrl+C.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Shows how far the cmdlet is.</summary>
    internal ProgressDisplay Progress => _progress ??= new ProgressDisplay(this, MyInvocation);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether a user gave a parameter, an empty value too.</summary>
    internal bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Waits for asynchronous work.</summary>
    /// <typeparam name="T">What the work brings.</typeparam>
    /// <param name="work">The work; its token is cancelled by Ctrl+C.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    internal T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        var task = work(_stop.Token);
        try
        {
            while (!HasEnded(task))
            {
                Show();
            }

            Show();
        }
        catch
        {
            // Writing ends the cmdlet when the pipeline is stopped or a preference says so; the work must not outlive it.
            _stop.Cancel();
            Task.WaitAny(task);
            _ = task.Exception;
            throw;
        }

        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc cref="Await{T}"/>
    internal void Await(Func<CancellationToken, Task> work) =>
        Await(async token =>
        {
            await work(token).ConfigureAwait(false);
            return true;
        });

    /// <summary>Ends the work under way.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The cmdlet had just ended by itself.
        }
    }

    /// <summary>Ends the progress shown.</summary>
    protected override void EndProcessing() => _progress?.Complete();

    /// <summary>Releases what the cmdlet holds.</summary>
    /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    /// <summary>Whether a stream is wanted: by the cmdlet's own switch, else by the preference variable of the caller's scope.</summary>
    private bool Wants(string parameter, string variable) => MyInvocation.BoundParameters.TryGetValue(parameter, out var bound)
        ? bound is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.TryConvertTo<ActionPreference>(SessionState.PSVariable.GetValue(variable), out var preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    /// <summary>Waits for a moment. A failure is an end too; it comes out with the result.</summary>
    private static bool HasEnded(Task task)
    {
        try
        {
            return task.Wait(PollInterval);
        }
        catch (AggregateException)
        {
            return true;
        }
    }

    private void Show()
    {
        WriteNotes();
        Progress.Update(Notes);
    }

    private void WriteNotes()
    {
        while (Notes.TryTake(out var note))
        {
            switch (note.Kind)
            {
                case NoteKind.Detail:
                    WriteDebug(note.Text);
                    break;
                case NoteKind.Warning:
                    WriteWarning(note.Text);
                    break;
                default:
                    WriteVerbose(note.Text);
                    break;
            }
        }
    }
}
