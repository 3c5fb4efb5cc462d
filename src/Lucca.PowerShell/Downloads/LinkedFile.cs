namespace Lucca.PowerShell.Downloads;

/// <summary>Files behind symbolic links: what is written to a link goes to the file that it leads to, and the link stays.</summary>
internal static class LinkedFile
{
    /// <summary>The file that a path leads to in the end, which need not exist; the path itself when it is no link.</summary>
    /// <exception cref="IOException">The links lead in a cycle.</exception>
    public static string Final(string path) => IsLink(path) ? System.IO.File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : path;

    /// <summary>Whether anything has the name: a file, a folder, or a link, even one that leads nowhere.</summary>
    public static bool IsTaken(string path) => System.IO.File.Exists(path) || Directory.Exists(path) || IsLink(path);

    /// <summary>Whether a path leads to a file that holds something. An empty one is what a broken program leaves.</summary>
    /// <exception cref="IOException">The links lead in a cycle.</exception>
    public static bool HasContent(string path) => new FileInfo(Final(path)) is { Exists: true, Length: > 0 };

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
