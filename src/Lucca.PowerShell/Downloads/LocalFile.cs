using System.Management.Automation;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Downloads;

/// <summary>Opens files to be sent.</summary>
internal static class LocalFile
{
    /// <summary>A file's length in bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="given">The file as the user knows it.</param>
    /// <param name="provider">PowerShell's access to items.</param>
    /// <exception cref="LocalFileException">There is no such file, or it cannot be read.</exception>
    public static long Length(string path, string given, ProviderIntrinsics provider) => Guard(given, () =>
    {
        if (SpecialFile.KindOf(path, provider) is { } kind)
        {
            throw new LocalFileException(
                LocalFileProblem.CannotRead,
                $"'{given}' is {kind}, not a file: it has no length.",
                "Save its content to a file, or send it with -Content.") { IsBeforeCall = true };
        }

        if (Directory.Exists(path))
        {
            throw new LocalFileException(
                LocalFileProblem.CannotRead,
                $"'{given}' is a folder.",
                "Send its files with: Get-ChildItem -File <folder> | Send-LuccaFile");
        }

        // Opening it finds a lock or a lack of permission before the connection is bothered.
        using var file = Open(path, given);
        return file.Length > 0 || file.ReadByte() < 0
            ? file.Length
            : throw new LocalFileException(
                LocalFileProblem.CannotRead,
                $"'{given}' reports length 0 but contains data.",
                "Copy its content to a file, and send that file.") { IsBeforeCall = true };
    });

    /// <summary>Opens a file at its start.</summary>
    /// <exception cref="LocalFileException">It cannot be read.</exception>
    public static FileStream Open(string path, string given) => Guard(given, () =>
        new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite,
            bufferSize: 0,
            FileOptions.Asynchronous | FileOptions.SequentialScan));

    private static T Guard<T>(string given, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LocalFileException(
                LocalFileProblem.CannotRead,
                $"'{given}' cannot be read: {refused.Message}",
                "Check the path and whether another program has locked the file.",
                refused);
        }
    }
}
