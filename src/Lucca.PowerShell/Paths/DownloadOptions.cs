using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Paths;

/// <summary>Where downloads go, as the user's parameters have it.</summary>
/// <param name="OutFile">A file, or a folder; null for bytes.</param>
/// <param name="Force">Whether existing files may be replaced.</param>
/// <param name="FileName">The names within the folder: a template or a script block; null for those that the server proposes.</param>
/// <param name="SkipExisting">Whether what is there already is not asked for.</param>
internal sealed record DownloadOptions(string? OutFile, bool Force, object? FileName, bool SkipExisting)
{
    /// <summary>Refuses parameters that contradict each other, before anything is sent.</summary>
    /// <param name="folderExists">Says whether <see cref="OutFile"/> is a folder; asked only where it matters.</param>
    /// <exception cref="LocalFileException">They do.</exception>
    public void Check(Func<string, bool> folderExists)
    {
        if (FileName is null && !SkipExisting)
        {
            return;
        }

        if (OutFile is null)
        {
            throw Contradiction("-FileName and -SkipExisting are about files in a folder.", "Add -OutFile with the folder.");
        }

        var isFolder = folderExists(OutFile);
        if (FileName is not null && !isFolder)
        {
            throw Contradiction($"-FileName names files in a folder, but '{OutFile}' is none.", $"Make it with: New-Item -ItemType Directory -Path '{OutFile}'");
        }

        if (SkipExisting && Force)
        {
            throw Contradiction("-SkipExisting keeps what is there, -Force replaces it.", "Leave one of them out.");
        }

        if (SkipExisting && isFolder && FileName is null)
        {
            throw Contradiction("-SkipExisting has to know a file's name before it asks for the file; in a folder, the server gives the name.", "Add a name of your own, for instance: -FileName '{Id}'");
        }
    }

    private static LocalFileException Contradiction(string message, string advice) => new(LocalFileProblem.BadPattern, message + " Nothing was sent.", advice);
}
