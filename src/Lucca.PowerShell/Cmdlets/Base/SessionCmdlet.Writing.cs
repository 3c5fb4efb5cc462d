using Lucca.PowerShell.Display;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What a write brings, and what came along and could not be read.</content>
public abstract partial class SessionCmdlet
{
    /// <summary>Emits what a write brought.</summary>
    /// <param name="result">The object after the write; null when the server did it and sent nothing back.</param>
    private protected void WriteResult(Resource? result)
    {
        if (result is null)
        {
            WriteVerbose("Done. The server sent no content.");
        }
        else
        {
            WriteObject(ResourceView.Of(result));
        }
    }

    /// <summary>Says what came along and could not be read.</summary>
    private protected void WriteOmitted(List<string>? omitted)
    {
        if (omitted is { Count: > 0 })
        {
            WriteWarning($"The server embedded malformed objects, which were omitted: {string.Join("; ", omitted)}.");
        }
    }

    /// <summary>Waits for a write. Names are forgotten even when it fails: the server may have done it.</summary>
    private protected T AwaitWrite<T>(Func<CancellationToken, Task<T>> write)
    {
        var session = CurrentSession;
        try
        {
            return Await(write);
        }
        finally
        {
            session.ForgetNames();
        }
    }
}
