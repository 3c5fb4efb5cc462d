using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Downloads;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that gets what resources refer to and bytes belong to: as objects, files or bytes.</summary>
public abstract class DownloadCmdlet : SessionCmdlet
{
    private DownloadOutput? _output;

    /// <summary>Where to save it: a file, or a folder in which it gets the server's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? OutFile { get; set; }

    /// <summary>The folder to save all in, which is made where there is none: each gets a name of its own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? OutDirectory { get; set; }

    /// <summary>Emits the content as one byte[].</summary>
    [Parameter]
    public SwitchParameter AsByteArray { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// The names within the folder: a template such as <c>{FamilyName}-{Id}</c>, or a script block that finds what is piped in as
    /// <c>$_</c>. Without an extension, the media type gives one.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FileNameCompleter))]
    public object? FileName { get; set; }

    /// <summary>
    /// Does not ask for what is there already, under any extension where the name has none, and emits the existing file in its place.
    /// </summary>
    /// <remarks>This is how an export that was stopped goes on: no request is made for what it has.</remarks>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>What to send along with objects: <c>embedded</c>, <c>links</c>.</summary>
    [Parameter]
    [ValidateSet("embedded", "links", IgnoreCase = true)]
    public string[] Include { get; set; } = [];

    /// <summary>Get it only if its ETag differs from this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfNoneMatch { get; set; }

    /// <summary>Get it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfMatch { get; set; }

    /// <summary>What to send along, as -Include says or as the objects need it.</summary>
    private protected virtual IEnumerable<string> Included => Include;

    /// <summary>The parameter that was given and adds to objects, which bytes do not have; null for none.</summary>
    private protected virtual string? Addition => Include.Length > 0 ? "-Include" : null;

    private protected ReadOptions Options => new()
    {
        Include = [.. Included.Select(part => part.ToLowerInvariant()).Distinct()],
        IfNoneMatch = IfNoneMatch,
        IfMatch = IfMatch,
    };

    /// <summary>Whether bytes are wanted, and not the objects that they belong to.</summary>
    private protected bool WantsBytes => Saving.Place is not null || AsByteArray;

    /// <summary>Whether the place is one file, not a folder.</summary>
    private protected bool IsOneFile => _output?.IsOneFile ?? false;

    private DownloadOptions Saving => new()
    {
        OutFile = OutFile,
        OutDirectory = OutDirectory,
        AsByteArray = AsByteArray,
        Force = Force,
        FileName = FileName,
        SkipExisting = SkipExisting,
        Addition = Addition,
    };

    /// <summary>Makes sure, before anything is sent, that the place takes files; if not, the command ends.</summary>
    /// <param name="count">How many items there are; null while that is not known.</param>
    private protected void OpenOutput(int? count) =>
        _output = Require(Saving.Place, () => new DownloadOutput(this, Saving, count));

    /// <inheritdoc cref="DownloadOutput.Write"/>
    private protected void Save(DownloadItem item, DownloadOutput.Run run) => _output!.Write(item, run);
}
