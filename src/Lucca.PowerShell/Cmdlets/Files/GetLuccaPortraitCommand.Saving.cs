using System.Management.Automation;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Downloads;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Where the pictures go.</content>
public sealed partial class GetLuccaPortraitCommand
{
    private DownloadOutput? _output;

    /// <summary>Where to save the picture: a file, or a folder in which it gets the server's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? OutFile { get; set; }

    /// <summary>
    /// The folder to save the pictures in, which is made where there is none: each gets a name of its own, by default the employee's id.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? OutDirectory { get; set; }

    /// <summary>Emits the picture as one byte[].</summary>
    [Parameter]
    public SwitchParameter AsByteArray { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// The files' names within the folder: a template such as <c>{Id}.jpg</c>, or a script block that finds what is piped in as <c>$_</c>.
    /// </summary>
    /// <remarks>
    /// A template's places are properties of what is piped in, and <c>PortraitId</c> and <c>EmployeeId</c>. Without an extension, the
    /// picture's media type gives one.
    /// </remarks>
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
        Addition = Expand is not null ? "-Expand" : Include.Length > 0 ? "-Include" : null,
    };

    private bool WantsBytes => Saving.Place is not null || AsByteArray;
}
