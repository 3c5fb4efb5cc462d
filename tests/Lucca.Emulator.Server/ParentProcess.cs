using System.Diagnostics;

namespace Lucca.Emulator.Server;

/// <summary>The process that started the server and may end without stopping it.</summary>
internal static class ParentProcess
{
    /// <summary>Waits until a process is gone.</summary>
    public static async Task WaitForEndAsync(int id, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }
}
