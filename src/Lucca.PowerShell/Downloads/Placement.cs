namespace Lucca.PowerShell.Downloads;

/// <summary>Gives a complete file its name at once. On Windows, one that it replaces passes on its access list.</summary>
internal static class Placement
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, and the three of ReplaceFile.
    private static readonly int[] HeldErrors = [32, 33, 1175, 1176, 1177];

    /// <summary>Moves the file.</summary>
    /// <param name="file">The file, in the same folder.</param>
    /// <param name="target">The name to be.</param>
    /// <param name="replace">Whether an existing file may be replaced.</param>
    /// <param name="mode">The mode to be; null for the one that the file has.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="IOException">The file system refuses, or the name is taken.</exception>
    public static async Task PlaceAsync(string file, string target, bool replace, UnixFileMode? mode, CancellationToken cancellationToken)
    {
        for (var wait = TimeSpan.FromMilliseconds(50); ; wait *= 2)
        {
            try
            {
                Place(file, target, replace, mode);
                return;
            }
            catch (Exception held) when (wait < LongestWait && MayBeHeld(held))
            {
                await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether a refusal says that another program has the file open. Windows alone refuses for that.</summary>
    public static bool IsHeld(Exception refused) => OperatingSystem.IsWindows() && HeldErrors.Contains(refused.HResult & 0xFFFF);

    private static void Place(string file, string target, bool replace, UnixFileMode? mode)
    {
        if (!replace || !System.IO.File.Exists(target))
        {
            System.IO.File.Move(file, target, overwrite: false);
        }
        else if (OperatingSystem.IsWindows())
        {
            Replace(file, target);
        }
        else
        {
            if (mode is { } kept)
            {
                System.IO.File.SetUnixFileMode(file, kept);
            }

            System.IO.File.Move(file, target, overwrite: true);
        }
    }

    /// <summary>Windows replaces no read-only file; -Force does, as it does in PowerShell, and the file stays read-only.</summary>
    private static void Replace(string file, string target)
    {
        var attributes = System.IO.File.GetAttributes(target);
        var isReadOnly = attributes.HasFlag(FileAttributes.ReadOnly);
        if (isReadOnly)
        {
            System.IO.File.SetAttributes(target, attributes & ~FileAttributes.ReadOnly);
        }

        try
        {
            System.IO.File.Replace(file, target, destinationBackupFileName: null);
        }
        finally
        {
            if (isReadOnly)
            {
                System.IO.File.SetAttributes(target, attributes);
            }
        }
    }

    /// <summary>On Windows a virus scanner or an indexer opens each new file for a moment, and nobody can rename it meanwhile.</summary>
    private static bool MayBeHeld(Exception refused) =>
        IsHeld(refused) || (OperatingSystem.IsWindows() && refused is UnauthorizedAccessException);
}
