using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Downloads;

/// <summary>The file or folder that a command's downloads go to, made sure of before anything is sent.</summary>
internal sealed class Destination
{
    private readonly DownloadOptions _options;
    private readonly string _given;
    private bool _isProven;

    /// <summary>Looks at the place; makes the folder of -OutDirectory.</summary>
    /// <param name="options">The user's parameters.</param>
    /// <param name="path">The place as a path of the file system.</param>
    /// <param name="count">How many items there are; null while that is not known.</param>
    /// <exception cref="LocalFileException">It cannot take the downloads.</exception>
    public Destination(DownloadOptions options, string path, int? count)
    {
        (_options, _given, Path) = (options, options.Place!, path);
        IsFolder = options.OutDirectory is not null || Directory.Exists(path) || _given[^1] is '/' or '\\';
        CheckDevice();
        CheckNoFile();
        CheckNames(count);
        Guard(() =>
        {
            Probe();
            if (options.OutDirectory is not null)
            {
                MakeFolder();
            }

            Folder = IsFolder ? path : System.IO.Path.GetDirectoryName(LinkedFile.Final(path))!;
        });
        CheckFolder();
        Leftovers.RemoveFrom(Folder);
    }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>Whether it is a folder, in which each file has a name.</summary>
    public bool IsFolder { get; }

    /// <summary>The folder that files are written in.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>What helps when two files would have one name.</summary>
    public string Clash => (IsFolder, _options) switch
    {
        (true, { OutDirectory: not null }) => "Use -FileName with unique names, such as -FileName '{Id}'.",
        (true, { HasNames: true }) =>
            "Use -OutDirectory instead of -OutFile, which names each file after its item; or use -FileName with names of your own.",
        _ => "Use another -OutFile.",
    };

    /// <summary>Makes sure that the folder is still there.</summary>
    /// <exception cref="LocalFileException">It is not.</exception>
    public void CheckFolder()
    {
        if (!Directory.Exists(Folder))
        {
            throw new LocalFileException(
                LocalFileProblem.NoPlace,
                $"There is no folder '{Folder}'.",
                _options.HasNames
                    ? $"Use -OutDirectory '{Folder}', which creates it."
                    : $"Create it with: New-Item -ItemType Directory -Path '{Folder}'");
        }
    }

    /// <summary>Makes sure, once, that the folder takes files: what it refuses is not to be fetched in vain.</summary>
    /// <exception cref="LocalFileException">It does not.</exception>
    public void CheckWritable()
    {
        if (!_isProven)
        {
            Guard(() => new TemporaryFile(Folder).Dispose());
            _isProven = true;
        }
    }

    private void CheckNames(int? count)
    {
        if (_options.FileName is not null && !IsFolder)
        {
            throw DownloadOptions.Contradiction(
                $"-FileName names files in a folder, but '{_given}' is not a folder.", $"Use -OutDirectory '{_given}', which creates it.");
        }

        if (_options is { SkipExisting: true, FileName: null, OutDirectory: null } && IsFolder)
        {
            throw DownloadOptions.Contradiction(
                "-SkipExisting needs the file's name before the download. With a folder as -OutFile, the server gives the name.",
                "Use -OutDirectory instead of -OutFile, which names each file after its item; or use -FileName with names of your own.");
        }

        if (!IsFolder && (count > 1 || (count is null && !System.IO.Path.HasExtension(Path) && !System.IO.File.Exists(Path))))
        {
            throw DownloadOptions.Contradiction(
                $"'{_given}' is not a folder, and one file cannot hold several items.",
                _options.HasNames
                    ? $"Use -OutDirectory '{_given}', which creates the folder. The name of a single file needs an extension."
                    : "Give an existing folder, or a file name with an extension.");
        }
    }

    /// <summary>The system says of such a folder only that it exists, or that a part of its path does not.</summary>
    private void CheckNoFile()
    {
        for (var part = _options.OutDirectory is null ? null : Path; part is not null; part = System.IO.Path.GetDirectoryName(part))
        {
            if (System.IO.File.Exists(System.IO.Path.TrimEndingDirectorySeparator(part)))
            {
                throw new LocalFileException(
                    LocalFileProblem.NoPlace, $"'{part}' is a file, not a folder.", "Give -OutDirectory a folder, or a file to -OutFile.");
            }
        }
    }

    private void CheckDevice()
    {
        if (OperatingSystem.IsWindows()
            && SafeFileName.IsReserved(System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path))))
        {
            throw new LocalFileException(
                LocalFileProblem.NoPlace, $"On Windows, '{_given}' is the name of a device, not of a file.", "Give another name.");
        }
    }

    /// <summary>Finds what the file system says of a path by itself: that it is too long, or that it may not be looked at.</summary>
    private void Probe()
    {
        try
        {
            System.IO.File.GetAttributes(Path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nothing is there yet.
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else if (!Directory.Exists(Path))
        {
            // People's data: like the files, the folder is for the user alone.
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LocalFileException(
                LocalFileProblem.NoPlace,
                $"Cannot write to '{_given}': {refused.Message}",
                "Check the path, the free space and the permissions of the folder.",
                refused);
        }
    }
}
