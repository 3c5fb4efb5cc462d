using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Paths;

/// <summary>
/// Where a download goes. The bytes are written to a temporary name beside the target and take the target's name only when all have
/// come, so that a failure leaves neither half a file nor a damaged old one.
/// </summary>
internal sealed class OutFile : IDisposable
{
    private readonly string _given;
    private readonly string _path;
    private readonly bool _isFolder;
    private readonly bool _force;
    private FileStream? _stream;

    /// <summary>The file to be; null until the head of the reply has arrived.</summary>
    public string? Target { get; private set; }

    private OutFile(string given, string path, bool force) =>
        (_given, _path, _force, _isFolder) = (given, path, force, Directory.Exists(path) || Path.EndsInDirectorySeparator(path));

    /// <summary>Resolves a path and makes sure, before anything is sent, that a file can go there.</summary>
    /// <exception cref="LocalFileException">It cannot.</exception>
    public static OutFile Resolve(SessionState state, string given, bool force)
    {
        var file = new OutFile(given, ProviderPath.Literal(state, given), force);
        var folder = file._isFolder ? file._path : Path.GetDirectoryName(file._path);
        if (!Directory.Exists(folder))
        {
            throw new LocalFileException(LocalFileProblem.CannotWrite, $"There is no folder '{folder}'. Nothing was sent.", $"Make it with: New-Item -ItemType Directory -Path '{folder}'");
        }

        if (!file._isFolder)
        {
            file.CheckFree(file._path);
        }

        return file;
    }

    /// <summary>Opens the temporary file, once the head of the reply says what is coming.</summary>
    /// <param name="head">The head.</param>
    /// <param name="fallbackStem">The name, without extension, for when the server proposes none that is usable.</param>
    /// <exception cref="LocalFileException">The target exists, or the folder cannot be written to.</exception>
    public Stream Open(DownloadResult head, string fallbackStem)
    {
        Target = _isFolder
            ? Path.Combine(_path, SafeFileName.From(head.FileName, SafeFileName.From(fallbackStem, "download") + MediaTypeNames.ExtensionFor(head.MediaType)))
            : _path;
        CheckFree(Target);
        var temporary = Path.Combine(Path.GetDirectoryName(Target)!, $".lucca-{Path.GetRandomFileName()}.tmp");
        return _stream = Guard(() => new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous));
    }

    /// <summary>Gives the complete file its name.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="LocalFileException">Meanwhile another file has taken the name, or the file cannot be written.</exception>
    public string Commit() => Guard(() =>
    {
        var temporary = _stream!.Name;
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        if (!_force)
        {
            CheckFree(Target!);
        }

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

    private void CheckFree(string path)
    {
        if (!_force && (System.IO.File.Exists(path) || Directory.Exists(path)))
        {
            throw new LocalFileException(LocalFileProblem.Exists, $"'{path}' exists already.", "Use -Force to replace it, or another -OutFile.");
        }
    }
}
