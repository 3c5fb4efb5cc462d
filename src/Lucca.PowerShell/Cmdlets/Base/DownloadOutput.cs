using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>Writes what a cmdlet downloads: to files, whose FileInfo goes down the pipeline, or as one byte[] each.</summary>
internal sealed class DownloadOutput
{
    private readonly SessionCmdlet _cmdlet;
    private readonly DownloadOptions _options;
    private readonly Destination? _destination;
    private readonly FileNaming? _naming;
    private readonly HashSet<string> _written = new(ExistingFiles.NameComparer);
    private ExistingFiles? _existing;

    /// <summary>Makes sure, before anything is sent, that the parameters go together and the place takes files.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="options">Where the downloads go.</param>
    /// <param name="count">How many items there are; null while that is not known.</param>
    /// <exception cref="LocalException">They do not, or it does not.</exception>
    public DownloadOutput(SessionCmdlet cmdlet, DownloadOptions options, int? count)
    {
        (_cmdlet, _options) = (cmdlet, options);
        options.Check();
        _naming = options.FileName is { } pattern ? new FileNaming(pattern) : null;
        _destination = options.Place is { } place
            ? new Destination(options, ProviderPath.Literal(cmdlet.SessionState, place), count)
            : null;
    }

    /// <summary>A download: given how to open the target, it brings what the head said.</summary>
    public delegate Task<DownloadResult> Run(Func<DownloadResult, Stream> open, CancellationToken cancellationToken);

    /// <summary>Whether the place is one file, not a folder.</summary>
    public bool IsOneFile => _destination is { IsFolder: false };

    /// <summary>Told what the head of each response said, before its file goes down the pipeline.</summary>
    public Action<DownloadResult>? Received { get; init; }

    /// <summary>
    /// Runs a download and writes its result. A file that is there already, and may be skipped, is written in its place, and nothing is
    /// sent.
    /// </summary>
    /// <param name="item">What the download is for.</param>
    /// <param name="run">The download.</param>
    /// <exception cref="LocalException">The file cannot be written.</exception>
    /// <exception cref="Http.LuccaException">The download failed.</exception>
    public void Write(DownloadItem item, Run run)
    {
        if (_destination is null)
        {
            WriteBytes(run);
        }
        else
        {
            WriteFile(_destination, item, run);
        }
    }

    private void WriteBytes(Run run)
    {
        using var memory = new MemoryStream();
        if (Fetch(run, _ => memory) is not null)
        {
            _cmdlet.WriteObject(memory.ToArray(), enumerateCollection: false);
        }
    }

    private void WriteFile(Destination destination, DownloadItem item, Run run)
    {
        destination.CheckFolder();
        using var file = new OutFile(destination, NameFor(item), _options);
        Claim(destination, file.KnownName);
        if (Skips(file))
        {
            return;
        }

        file.CheckTarget(_cmdlet.InvokeProvider);
        destination.CheckWritable();
        try
        {
            if (Fetch(file, item.Name, run) is { } head)
            {
                Claim(destination, file.Target);
                file.CheckTarget(_cmdlet.InvokeProvider);
                WriteItem(_cmdlet.Await(file.CommitAsync), file.KnownName ?? file.Target!, head.ETag);
            }
        }
        catch (LocalFileException) when (IsThere(file) is { } other && !_written.Contains(other))
        {
            // Another process exports to the same folder, and was quicker.
            Skips(file);
        }
    }

    /// <summary>Writes the file that is there already, where that is not to be fetched.</summary>
    private bool Skips(OutFile file)
    {
        if (IsThere(file) is not { } existing)
        {
            return false;
        }

        _cmdlet.WriteVerbose($"'{existing}' already exists and was skipped.");
        WriteItem(existing, file.KnownName!, etag: null);
        return true;
    }

    private string? IsThere(OutFile file) =>
        _options.SkipExisting ? file.FindExisting(folder => _existing ??= new ExistingFiles(folder)) : null;

    private PlannedName? NameFor(DownloadItem item) =>
        _naming?.NameFor(item) ?? (_options.OutDirectory is null ? null : FileNaming.OwnNameOf(item));

    private DownloadResult? Fetch(OutFile file, string stem, Run run)
    {
        try
        {
            return Fetch(run, head => file.Open(head, stem));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw file.CannotWrite(refused);
        }
    }

    /// <returns>What the head said; null when there is nothing new.</returns>
    private DownloadResult? Fetch(Run run, Func<DownloadResult, Stream> open)
    {
        var head = _cmdlet.Await(token => run(open, token));
        Received?.Invoke(head);
        if (!head.IsNotModified)
        {
            return head;
        }

        _cmdlet.WriteVerbose("Not modified since that ETag; nothing was downloaded.");
        return null;
    }

    /// <summary>Two items must not share a file: the second would replace the first, or be taken for it.</summary>
    private void Claim(Destination destination, string? name)
    {
        if (name is null || !_written.Contains(name))
        {
            return;
        }

        throw destination.IsFolder
            ? new LocalFileException(
                LocalFileProblem.Exists, $"This command has already written '{name}', for another item.", destination.Clash)
            : new BadArgumentException(
                $"'{name}' is one file, and this command has already written it for another item.",
                null,
                _options.HasNames
                    ? "Use -OutDirectory with a folder instead of -OutFile."
                    : "Give a folder as -OutFile.") { IsBeforeCall = false, IsForAll = true };
    }

    private PSObject ItemAt(string path)
    {
        try
        {
            return _cmdlet.InvokeProvider.Item.Get([ProviderPath.Qualified(path)], force: true, literalPath: true)[0];
        }
        catch (ItemNotFoundException gone)
        {
            throw new LocalFileException(
                LocalFileProblem.CannotRead,
                $"'{path}' was complete, but has been removed since.",
                "Check which program deletes files in that folder.",
                gone);
        }
    }

    private void WriteItem(string path, string name, string? etag)
    {
        _written.Add(path);
        _written.Add(name);
        var file = ItemAt(path);

        // The tag of the bytes, to ask for them again only if they have changed: -IfNoneMatch $file.ETag.
        file.Properties.Add(new PSNoteProperty("ETag", etag));
        _cmdlet.WriteObject(file);
    }
}
