using System.Management.Automation;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Where the files go.</content>
public sealed partial class GetLuccaFileCommand
{
    private DownloadOutput? _output;

    /// <summary>Where to save the file: a file, or a folder in which it gets the server's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? OutFile { get; set; }

    /// <summary>
    /// The folder to save the files in, which is made where there is none: each gets a name of its own, such as
    /// <c>employment-4016-document</c>.
    /// </summary>
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
    /// The files' names within the folder: a template such as <c>{FamilyName}-{FileId}</c>, or a script block that finds what is piped in
    /// as <c>$_</c>.
    /// </summary>
    /// <remarks>A template's places are properties of what is piped in, and <c>FileId</c>. Without an extension, the file's media type
    /// gives one.</remarks>
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

    private DownloadOptions Saving => new()
    {
        OutFile = OutFile,
        OutDirectory = OutDirectory,
        AsByteArray = AsByteArray,
        Force = Force,
        FileName = FileName,
        SkipExisting = SkipExisting,
        Addition = Include.Length > 0 ? "-Include" : null,
    };

    private bool WantsBytes => Saving.Place is not null || AsByteArray;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!WantsBytes && (Preview || Disposition is "inline" or "attachment"))
        {
            throw End(new BadArgumentException(
                "-Preview and -Disposition return bytes, which need a destination.", null, "Add -OutFile, -OutDirectory or -AsByteArray."));
        }

        if (Id is null && !HasInput)
        {
            throw End(new BadArgumentException(
                $"{MyInvocation.MyCommand.Name} needs the link of a file.",
                null,
                "Give a link, or pipe links, or objects got with -Include links."));
        }

        int? count = MyInvocation.ExpectingInput ? null : Link?.Length ?? 1;
        _output = Require(Saving.Place, () => new DownloadOutput(this, Saving, count));
    }
}
