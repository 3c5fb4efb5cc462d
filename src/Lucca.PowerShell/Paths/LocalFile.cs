using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Paths;

/// <summary>Opens files to be sent.</summary>
internal static class LocalFile
{
    /// <summary>A file's length in bytes.</summary>
    /// <exception cref="LocalFileException">There is no such file, or it cannot be read.</exception>
    public static long Length(string path, string given) => Guard(given, () =>
    {
        if (Directory.Exists(path))
        {
            throw new LocalFileException(LocalFileProblem.CannotRead, $"'{given}' is a folder.", "Send its files with: Get-ChildItem -File <folder> | Send-LuccaFile");
        }

        // Opening it finds a lock or a lack of permission before the connection is bothered.
        using var file = Open(path, given);
        return file.Length;
    });

    /// <summary>Opens a file at its start.</summary>
    /// <exception cref="LocalFileException">It cannot be read.</exception>
    public static FileStream Open(string path, string given) => Guard(given, () =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan));

    private static T Guard<T>(string given, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LocalFileException(LocalFileProblem.CannotRead, $"'{given}' cannot be read: {refused.Message}", "Check the path and whether another program has locked the file.", refused);
        }
    }
}
