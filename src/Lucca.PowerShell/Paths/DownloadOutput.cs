using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Cmdlets;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Paths;

/// <summary>Writes what a cmdlet downloads: to files, whose FileInfo goes down the pipeline, or as one byte[] each.</summary>
internal sealed class DownloadOutput
{
    private readonly SessionCmdlet _cmdlet;
    private readonly DownloadOptions _options;
    private readonly FileNaming? _naming;
    private readonly HashSet<string> _written = new(ExistingFiles.NameComparer);
    private ExistingFiles? _existing;

    /// <summary>Makes sure, before anything is sent, that the parameters go together.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="options">Where the downloads go.</param>
    /// <exception cref="LocalFileException">They do not.</exception>
    public DownloadOutput(SessionCmdlet cmdlet, DownloadOptions options)
    {
        (_cmdlet, _options) = (cmdlet, options);
        options.Check(path => Directory.Exists(ProviderPath.Literal(cmdlet.SessionState, path)));
        _naming = options.FileName is { } pattern ? new FileNaming(pattern) : null;
    }

    /// <summary>A download: given how to open the target, it brings what the head said, or null for nothing new.</summary>
    public delegate Task<DownloadResult?> Run(Func<DownloadResult, Stream> open, CancellationToken cancellationToken);

    /// <summary>Runs a download and writes its result. A file that is there already, and may be skipped, is written in its place, and nothing is sent.</summary>
    /// <param name="stem">The file name, without extension, for when the server proposes none that is usable.</param>
    /// <param name="item">What the download is for.</param>
    /// <param name="run">The download.</param>
    /// <exception cref="LocalFileException">The file cannot be written.</exception>
    /// <exception cref="Http.LuccaException">The download failed.</exception>
    public void Write(string stem, DownloadItem item, Run run)
    {
        if (_options.OutFile is null)
        {
            WriteBytes(run);
        }
        else
        {
            WriteFile(_options.OutFile, stem, item, run);
        }
    }

    private void WriteBytes(Run run)
    {
        using var memory = new MemoryStream();
        if (_cmdlet.Await(token => run(_ => memory, token)) is null)
        {
            WriteNotModified();
        }
        else
        {
            _cmdlet.WriteObject(memory.ToArray(), enumerateCollection: false);
        }
    }

    private void WriteFile(string path, string stem, DownloadItem item, Run run)
    {
        using var file = new OutFile(path, ProviderPath.Literal(_cmdlet.SessionState, path), _options.Force, _naming?.NameFor(item));
        file.CheckFolder();
        Claim(file.KnownName);
        if (_options.SkipExisting && file.FindExisting(folder => _existing ??= new ExistingFiles(folder)) is { } existing)
        {
            _cmdlet.WriteVerbose($"'{existing}' is there already: not fetched.");
            WriteItem(existing, file.KnownName!, etag: null);
            return;
        }

        file.CheckFree();
        DownloadResult? result;
        try
        {
            result = _cmdlet.Await(token => run(head => file.Open(head, stem), token));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw file.CannotWrite(refused);
        }

        if (result is null)
        {
            WriteNotModified();
            return;
        }

        Claim(file.Target);
        WriteItem(file.Commit(), file.KnownName ?? file.Target!, result.ETag);
    }

    /// <summary>Two items must not share a file: the second would replace the first, or be taken for it.</summary>
    private void Claim(string? name)
    {
        if (name is not null && _written.Contains(name))
        {
            throw new LocalFileException(LocalFileProblem.Exists, $"'{name}' was written by this command a moment ago, for another item.", "Give a folder as -OutFile, and names that differ, so that each item gets a file of its own.");
        }
    }

    private void WriteItem(string path, string name, string? etag)
    {
        _written.Add(path);
        _written.Add(name);
        var file = _cmdlet.InvokeProvider.Item.Get([path], force: true, literalPath: true)[0];

        // The tag of the bytes, to ask for them again only if they have changed: -IfNoneMatch $file.ETag.
        file.Properties.Add(new PSNoteProperty("ETag", etag));
        _cmdlet.WriteObject(file);
    }

    private void WriteNotModified() => _cmdlet.WriteVerbose("Not modified: it still has the ETag given, so nothing was fetched.");
}
