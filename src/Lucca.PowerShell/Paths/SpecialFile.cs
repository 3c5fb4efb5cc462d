using System.Management.Automation;

namespace Lucca.PowerShell.Paths;

/// <summary>What has a file's name but keeps no bytes: pipes, devices, sockets. Reading one may never end, and replacing one breaks what uses it.</summary>
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
        return System.IO.File.Exists(file) ? InWords(ItemTypeOf(file, provider)) : null;
    }

    private static string? ItemTypeOf(string file, ProviderIntrinsics provider)
    {
        try
        {
            var item = provider.Item.Get([ProviderPath.Qualified(file)], force: true, literalPath: true)[0];
            return item.Properties["UnixStat"]?.Value is { } status ? PSObject.AsPSObject(status).Properties["ItemType"]?.Value?.ToString() : null;
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
