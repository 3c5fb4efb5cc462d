using System.Management.Automation;

namespace Lucca.PowerShell.Downloads;

/// <summary>
/// What has a file's name but keeps no bytes: pipes, devices, sockets. Reading one may never end, and replacing one breaks what uses it.
/// </summary>
internal static class SpecialFile
{
    /// <summary>What stands at a path, links followed, in words; null when it is a file, a folder, or nothing.</summary>
    /// <param name="path">A path of the file system.</param>
    /// <param name="provider">PowerShell's access to items, which knows what .NET does not tell; for the pipeline's thread.</param>
    public static string? KindOf(string path, ProviderIntrinsics provider)
    {
        if (OperatingSystem.IsWindows())
        {
            // CON, NUL and the like, in whatever folder they are named.
            return Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal) ? "a device" : null;
        }

        var file = LinkedFile.Final(path);
        return System.IO.File.Exists(file) ? InWords(Status(file, "ItemType", provider)?.ToString()) : null;
    }

    /// <summary>
    /// The mode that a new file takes over from the one it replaces: the permissions of a file of the same owner, and nothing that lends
    /// anybody's rights.
    /// </summary>
    /// <param name="old">The file to be replaced, links followed.</param>
    /// <param name="file">The new file.</param>
    /// <param name="provider">PowerShell's access to items.</param>
    /// <returns>Null when the new file keeps its own.</returns>
    public static UnixFileMode? ModeToKeep(string old, string file, ProviderIntrinsics provider) =>
        !OperatingSystem.IsWindows()
        && Status(old, "UserId", provider) is int owner
        && Status(file, "UserId", provider) is int user && owner == user
            ? System.IO.File.GetUnixFileMode(old) & (UnixFileMode)0b111_111_111
            : null;

    private static object? Status(string file, string name, ProviderIntrinsics provider)
    {
        try
        {
            var item = provider.Item.Get([ProviderPath.Qualified(file)], force: true, literalPath: true)[0];
            return item.Properties["UnixStat"]?.Value is { } status ? PSObject.AsPSObject(status).Properties[name]?.Value : null;
        }
        catch (ItemNotFoundException)
        {
            // It has vanished this moment.
            return null;
        }
    }

    private static string? InWords(string? itemType) => itemType switch
    {
        "NamedPipe" => "a pipe",
        "CharacterDevice" or "BlockDevice" => "a device",
        "Socket" => "a socket",
        _ => null,
    };
}

/// <summary>Files behind symbolic links: what is written to a link goes to the file that it leads to, and the link stays.</summary>
internal static class LinkedFile
{
    /// <summary>The file that a path leads to in the end, which need not exist; the path itself when it is no link.</summary>
    /// <exception cref="IOException">The links lead in a cycle.</exception>
    public static string Final(string path) =>
        IsLink(path) ? System.IO.File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : path;

    /// <summary>Whether anything has the name: a file, a folder, or a link, even one that leads nowhere.</summary>
    public static bool IsTaken(string path) => System.IO.File.Exists(path) || Directory.Exists(path) || IsLink(path);

    /// <summary>Whether a path leads to a file that holds something. An empty one is what a broken program leaves.</summary>
    /// <exception cref="IOException">The links lead in a cycle.</exception>
    public static bool HasContent(string path) => new FileInfo(Final(path)) is { Exists: true, Length: > 0 };

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
