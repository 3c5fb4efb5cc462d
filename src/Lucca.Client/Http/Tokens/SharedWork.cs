namespace Lucca.Http;

/// <summary>
/// Work of which one run is under way at a time: who asks meanwhile waits for it, and gets its result or its failure. It ends early only
/// when nobody waits for it any more.
/// </summary>
/// <typeparam name="T">What the work brings.</typeparam>
internal sealed class SharedWork<T>
{
    private readonly Lock _lock = new();
    private Run? _run;

    /// <summary>Waits for the run under way, or starts one.</summary>
    /// <param name="work">The work; its token is cancelled when the last who waits has given up.</param>
    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    public async Task<T> JoinAsync(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Run run;
        lock (_lock)
        {
            // What has ended is not what is asked for now, even when some have yet to pick it up.
            run = _run is { Task.IsCompleted: false } current ? current : _run = Start(work);
            run.Waiting++;
        }

        try
        {
            return await run.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(run);
        }
    }

    private void Leave(Run run)
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
