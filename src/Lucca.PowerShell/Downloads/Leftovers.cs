using System.ComponentModel;
using System.Diagnostics;

namespace Lucca.PowerShell.Downloads;

/// <summary>
/// Temporary files of processes that were killed. They hold people's data, so the next download into their folder removes them.
/// </summary>
internal static class Leftovers
{
    /// <summary>How long a file of another machine must have been left alone: no download is silent for so long.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(7);

    /// <summary>How far the clocks of processes and of file systems may be apart.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(1);

    /// <summary>Removes what no living process writes to.</summary>
    public static void RemoveFrom(string folder)
    {
        try
        {
            var all = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Directory };
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles(TemporaryName.Pattern, all).Where(IsLeftover))
            {
                LiveTemporaries.Delete(file.FullName);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Tidying up keeps nobody from work.
        }
    }

    private static bool IsLeftover(FileInfo file) =>
        TemporaryName.Read(file.Name) is { } name
        && (IsOfEndedProcess(name, file) || DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned)
        && !LiveTemporaries.Contains(file.Name);

    private static bool IsOfEndedProcess(TemporaryName name, FileInfo file)
    {
        if (!name.IsOfThisMachine || name.ProcessId == Environment.ProcessId)
        {
            return name.IsOfThisMachine;
        }

        try
        {
            using var process = Process.GetProcessById(name.ProcessId);

            // One that began after the last byte was written has only the same number.
            return process.StartTime.ToUniversalTime() > file.LastWriteTimeUtc + ClockError;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception hidden) when (hidden is InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
