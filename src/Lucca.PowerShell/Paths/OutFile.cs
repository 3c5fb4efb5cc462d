using Lucca.Api;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Paths;

/// <summary>
/// Where a download goes. The bytes are written to a temporary name beside the target and take the target's name only when all have
/// come, so that a failure leaves neither half a file nor a damaged old one.
/// </summary>
internal sealed class OutFile : IDisposable
{
    private const string TemporaryPrefix = ".lucca-";

    private readonly string _given;
    private readonly string _path;
    private readonly bool _force;
    private readonly bool _isFolder;
    private readonly PlannedName? _name;
    private FlushedFile? _stream;

    /// <summary>A place for a download; nothing is touched yet.</summary>
    /// <param name="given">The path as the user gave it.</param>
    /// <param name="path">The same as a path of the file system.</param>
    /// <param name="force">Whether an existing file may be replaced.</param>
    /// <param name="name">The name within a folder; null for the one that the server proposes.</param>
    public OutFile(string given, string path, bool force, PlannedName? name)
    {
        (_given, _path, _force, _name, _isFolder) = (given, path, force, name, Directory.Exists(path) || Path.EndsInDirectorySeparator(path));
        Target = !_isFolder ? path : name is { HasExtension: true } ? Path.Combine(path, name.Name) : null;
        KnownName = Target ?? (name is null ? null : Path.Combine(path, name.Name));
    }

    /// <summary>The file to be; null while its name, or only its extension, waits for the head of the reply.</summary>
    public string? Target { get; private set; }

    /// <summary>What is known of the file's name before anything is sent, the extension left out where it is not; null when nothing is.</summary>
    public string? KnownName { get; }

    /// <summary>Whether a file is one that a download left behind when its process was ended.</summary>
    public static bool IsTemporary(string path) => Path.GetFileName(path).StartsWith(TemporaryPrefix, StringComparison.Ordinal) && path.EndsWith(".tmp", StringComparison.Ordinal);

    /// <summary>Makes sure that the folder is there.</summary>
    /// <exception cref="LocalFileException">It is not.</exception>
    public void CheckFolder()
    {
        var folder = _isFolder ? _path : Path.GetDirectoryName(_path);
        if (!Directory.Exists(folder))
        {
            throw new LocalFileException(LocalFileProblem.CannotWrite, $"There is no folder '{folder}'. Nothing was sent.", $"Make it with: New-Item -ItemType Directory -Path '{folder}'");
        }
    }

    /// <summary>The file that is there already, as far as the name is known; null when there is none.</summary>
    /// <param name="folder">What a folder holds.</param>
    public string? FindExisting(Func<string, ExistingFiles> folder) =>
        Target is { } target ? (System.IO.File.Exists(target) ? target : null)
        : _name is { } name ? Guard(() => folder(_path).FindByStem(name.Name))
        : null;

    /// <summary>Makes sure that nothing else has the name, as far as it is known.</summary>
    /// <exception cref="LocalFileException">Something has.</exception>
    public void CheckFree()
    {
        if (Target is { } target && !_force && (System.IO.File.Exists(target) || Directory.Exists(target)))
        {
            throw new LocalFileException(LocalFileProblem.Exists, $"'{target}' exists already.", "Use -Force to replace it, or another -OutFile.");
        }
    }

    /// <summary>Opens the temporary file, once the head of the reply says what is coming.</summary>
    /// <param name="head">The head.</param>
    /// <param name="fallbackStem">The name, without extension, for when the server proposes none that is usable.</param>
    /// <exception cref="LocalFileException">The target exists, or the folder cannot be written to.</exception>
    public Stream Open(DownloadResult head, string fallbackStem)
    {
        Target ??= Path.Combine(_path, _name?.For(head.MediaType) ?? ProposedName(head, fallbackStem));
        CheckFree();
        var temporary = Path.Combine(Path.GetDirectoryName(Target)!, $"{TemporaryPrefix}{Path.GetRandomFileName()}.tmp");
        return _stream = Guard(() => new FlushedFile(temporary));
    }

    /// <summary>Gives the complete file its name.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="LocalFileException">Meanwhile another file has taken the name, or the file cannot be written.</exception>
    public string Commit() => Guard(() =>
    {
        var temporary = _stream!.Name;
        _stream.FlushToDisk();
        _stream.Dispose();
        CheckFree();
        System.IO.File.Move(temporary, Target!, _force);
        _stream = null;
        return Target!;
    });

    /// <summary>Removes what is incomplete.</summary>
    public void Dispose()
    {
        _stream?.Dispose();
        if (_stream is { Name: var temporary })
        {
            System.IO.File.Delete(temporary);
        }
    }

    /// <summary>Does something with the file system, whose refusals become errors that name the user's own path.</summary>
    public TResult Guard<TResult>(Func<TResult> action)
    {
        try
        {
            return action();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(refused);
        }
    }

    /// <summary>The error for a write that the file system refused.</summary>
    public LocalFileException CannotWrite(Exception refused) =>
        new(LocalFileProblem.CannotWrite, $"'{Target ?? _given}' cannot be written: {refused.Message}", "Check the free space and the permissions of the folder.", refused);

    private static string ProposedName(DownloadResult head, string fallbackStem) =>
        SafeFileName.From(head.FileName, SafeFileName.From(fallbackStem, "download") + MediaTypeNames.ExtensionFor(head.MediaType));
}
