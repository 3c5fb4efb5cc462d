using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Lucca.PowerShell.Downloads;

/// <summary>
/// The temporary files of this process. They hold people's data, so they go when the process does: when it exits, and when it is told
/// to end by a stopped service (SIGTERM) or a lost terminal (SIGHUP).
/// </summary>
/// <remarks>
/// With <see cref="Leftovers"/> and <see cref="TemporaryName"/> these are 160 lines. They stay: a killed export would leave pictures and
/// contracts under names that nobody looks for, and deletion by the system (DeleteOnClose, O_TMPFILE) forbids the renaming into place.
/// </remarks>
internal static class LiveTemporaries
{
    private static readonly ConcurrentDictionary<string, bool> Paths = new(StringComparer.Ordinal);
    private static readonly Lazy<PosixSignalRegistration[]> Watch = new(StartWatch);

    /// <summary>Enters a file that is about to be made.</summary>
    public static void Add(string path)
    {
        _ = Watch.Value;
        Paths[path] = true;
    }

    /// <summary>Takes out a file that was not made.</summary>
    public static void Remove(string path) => Paths.TryRemove(path, out _);

    /// <summary>
    /// Whether a file is one of these. Its name is unlike any other; the way to its folder may be written in several ways.
    /// </summary>
    public static bool Contains(string fileName) => Paths.Keys.Any(path => Path.GetFileName(path) == fileName);

    /// <summary>Deletes a file, if it is still there, and takes it out.</summary>
    public static void Delete(string path)
    {
        try
        {
            System.IO.File.Delete(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Its folder is gone, or another program holds it: then a later run removes it. What went wrong before is to be said, not this.
        }

        Remove(path);
    }

    private static PosixSignalRegistration[] StartWatch()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteAll();
        return
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, DeleteAll),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, DeleteAll),
        ];
    }

    /// <summary>What the signal does by itself, it still does: the process ends, and with it the transfers.</summary>
    private static void DeleteAll(PosixSignalContext signal) => DeleteAll();

    private static void DeleteAll()
    {
        foreach (var path in Paths.Keys)
        {
            Delete(path);
        }
    }
}
