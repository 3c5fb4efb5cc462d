namespace Lucca.Http;

/// <summary>
/// Work that runs once at a time. Callers that come meanwhile share its result or failure. It is cancelled when the last caller gives up.
/// </summary>
/// <typeparam name="T">The result.</typeparam>
internal sealed class SharedWork<T>
{
    private readonly Lock _lock = new();
    private Run? _run;

    /// <summary>Waits for the current run, or starts one.</summary>
    /// <param name="work">The work; its token is cancelled when the last caller gives up.</param>
    /// <param name="cancellationToken">Cancels the wait of this caller only.</param>
    public async Task<T> JoinAsync(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Run run;
        lock (_lock)
        {
            // A completed run is outdated, even when some callers have not read its result yet.
            run = _run is { Task.IsCompleted: false } current ? current : _run = Start(work);
            run.Waiting++;
        }

        try
        {
            return await run.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            StopWaiting(run);
        }
    }

    private void StopWaiting(Run run)
    {
        lock (_lock)
        {
            run.Waiting--;
            if (run.Waiting > 0)
            {
                return;
            }

            _run = _run == run ? null : _run;
        }

        run.End.Cancel();
        run.End.Dispose();
    }

    private static Run Start(Func<CancellationToken, Task<T>> work)
    {
        var end = new CancellationTokenSource();
        var token = end.Token;
        return new Run(Task.Run(() => work(token), token), end);
    }

    private sealed class Run(Task<T> task, CancellationTokenSource end)
    {
        public Task<T> Task { get; } = task;

        public CancellationTokenSource End { get; } = end;

        public int Waiting { get; set; }
    }
}
