using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Downloads;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Send-LuccaFile</c>: uploads files.</summary>
[Cmdlet(VerbsCommunications.Send, "LuccaFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(File))]
public sealed class SendLuccaFileCommand : SessionCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string ContentSet = "Content";

    /// <summary>The files; wildcards are allowed.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [FilePath(IsPattern = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files; every character of the path means itself.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [FilePath]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The content itself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ContentSet)]
    [AllowEmptyCollection]
    public byte[] Content { get; set; } = [];

    /// <summary>The name that the file gets in Lucca; that of the file by default.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(Mandatory = true, ParameterSetName = ContentSet)]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? FileName { get; set; }

    /// <summary>The media type; by default what the name suggests.</summary>
    [Parameter]
    [MediaType]
    [OneText]
    public string? ContentType { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ContentSet:
                Send(Source(FileName!, Content.LongLength, () => new MemoryStream(Content, writable: false)), FileName!);
                break;
            case LiteralPathSet:
                Array.ForEach(LiteralPath, path => Attempt(path, () => SendFile(ProviderPath.Literal(SessionState, path), path)));
                break;
            default:
                Array.ForEach(Path, path => Attempt(path, () => SendMatching(path)));
                break;
        }
    }

    private void SendMatching(string pattern)
    {
        foreach (var path in ProviderPath.Matching(SessionState, pattern))
        {
            Attempt(path, () => SendFile(path, path));
        }
    }

    private void SendFile(string path, string given)
    {
        var length = LocalFile.Length(path, given, InvokeProvider);
        Send(Source(FileName ?? System.IO.Path.GetFileName(path), length, () => LocalFile.Open(path, given)), path);
    }

    private UploadSource Source(string name, long length, Func<Stream> open) =>
        new(name, ContentType ?? MediaTypeNames.ForFile(name), length, open);

    private void Send(UploadSource source, string target) => Attempt(target, () =>
    {
        if (ShouldProcess($"{target} ({source.MediaType}, {source.Length} bytes)", $"Upload to {CurrentSession.Uri.Authority}"))
        {
            WriteResult(Await(token => Client.Files.UploadAsync(source, ReadOptions.Default, token)));
            Progress.ItemsDone++;
        }
    });
}
