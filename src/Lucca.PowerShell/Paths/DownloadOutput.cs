using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Cmdlets;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Paths;

/// <summary>Writes what a cmdlet downloads: to files, whose FileInfo goes down the pipeline, or as one byte[] each.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="outFile">The value of -OutFile; null for bytes.</param>
/// <param name="force">Whether existing files may be replaced.</param>
internal sealed class DownloadOutput(SessionCmdlet cmdlet, string? outFile, bool force)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>A download: given how to open the target, it brings what the head said, or null for nothing new.</summary>
    public delegate Task<DownloadResult?> Run(Func<DownloadResult, Stream> open, CancellationToken cancellationToken);

    /// <summary>Runs a download and writes its result.</summary>
    /// <param name="stem">The file name, without extension, for when the server proposes none that is usable.</param>
    /// <param name="run">The download.</param>
    /// <exception cref="LocalFileException">The file cannot be written.</exception>
    /// <exception cref="Http.LuccaException">The download failed.</exception>
    public void Write(string stem, Run run)
    {
        if (outFile is null)
        {
            WriteBytes(run);
        }
        else
        {
            WriteFile(outFile, stem, run);
        }
    }

    private void WriteBytes(Run run)
    {
        using var memory = new MemoryStream();
        if (cmdlet.Await(token => run(_ => memory, token)) is null)
        {
            WriteNotModified();
        }
        else
        {
            cmdlet.WriteObject(memory.ToArray(), enumerateCollection: false);
        }
    }

    private void WriteFile(string path, string stem, Run run)
    {
        using var file = OutFile.Resolve(cmdlet.SessionState, path, force);
        DownloadResult? result;
        try
        {
            result = cmdlet.Await(token => run(head => file.Open(head, stem), token));
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

        if (!_written.Add(file.Target!))
        {
            throw new LocalFileException(LocalFileProblem.Exists, $"'{file.Target}' was written by this command a moment ago, for another item.", "Give a folder as -OutFile, so that each item gets a file of its own.");
        }

        var written = cmdlet.InvokeProvider.Item.Get([file.Commit()], force: true, literalPath: true)[0];

        // The tag of the bytes, to ask for them again only if they have changed: -IfNoneMatch $file.ETag.
        written.Properties.Add(new PSNoteProperty("ETag", result.ETag));
        cmdlet.WriteObject(written);
    }

    private void WriteNotModified() => cmdlet.WriteVerbose("Not modified: it still has the ETag given, so nothing was fetched.");
}
