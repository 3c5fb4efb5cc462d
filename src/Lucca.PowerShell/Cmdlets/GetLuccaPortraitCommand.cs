using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Paths;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaPortrait</c>: employees' pictures, as objects, files or bytes.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaPortrait", DefaultParameterSetName = IdSet)]
[OutputType(typeof(Portrait), typeof(FileInfo), typeof(byte[]))]
public sealed class GetLuccaPortraitCommand : IdCmdlet<Portrait>
{
    private DownloadOutput? _output;

    /// <summary>Where to save the picture: a file, or a folder in which it gets the server's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Emits the picture as one byte[].</summary>
    [Parameter]
    public SwitchParameter AsByteArray { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The files' names within the folder -OutFile: a template such as <c>{Id}.jpg</c>, or a script block that finds what is piped in as <c>$_</c>.</summary>
    /// <remarks>
    /// A template's places are properties of what is piped in, and <c>PortraitId</c> and <c>EmployeeId</c>. Without an extension, the
    /// picture's media type gives one.
    /// </remarks>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? FileName { get; set; }

    /// <summary>Does not ask for what is there already, under any extension where the name has none, and emits the existing file in its place.</summary>
    /// <remarks>This is how an export that was stopped goes on: no request is made for what it has.</remarks>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    private protected override ResourceDescriptor<Portrait> Descriptor => Resources.Portraits;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _output = Require(OutFile, () => new DownloadOutput(this, new DownloadOptions(OutFile, Force, FileName, SkipExisting)));
        Progress.Total = Id?.Length;
    }

    private protected override void ProcessId(string id, object? input) => Attempt(input, () =>
    {
        Progress.Position = ListPosition.Of(input);
        if (OutFile is null && !AsByteArray)
        {
            Progress.RequestsDone++;
            WriteFound(Await(token => Client.Portraits.GetAsync(id, Options, token)));
        }
        else
        {
            Save(id, input);
        }

        Progress.ItemsDone++;
    });

    private void Save(string id, object? input)
    {
        var employeeId = input is Employee employee ? employee.Id : (input as Portrait)?.Employee?.Id;
        var item = new DownloadItem(input, ("Id", id), ("PortraitId", id), ("EmployeeId", employeeId));
        _output!.Write($"portrait-{id}", item, (open, token) =>
        {
            Progress.RequestsDone++;
            return Client.Portraits.DownloadAsync(id, Options, open, token);
        });
    }

    private protected override bool TryProcessRelated(Resource other)
    {
        if (other is not Employee employee)
        {
            return false;
        }

        if (employee.Portrait is { } portrait)
        {
            ProcessId(portrait.Id, employee);
        }
        else
        {
            WriteVerbose($"The employee {employee.Id} has no portrait.");
        }

        return true;
    }
}
