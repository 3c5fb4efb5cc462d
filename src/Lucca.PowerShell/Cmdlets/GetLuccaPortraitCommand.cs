using System.Management.Automation;
using Lucca.Api;
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

    private protected override ResourceDescriptor<Portrait> Descriptor => Resources.Portraits;

    private protected override void ProcessId(string id, object? input) => Attempt(input, () =>
    {
        if (OutFile is null && !AsByteArray)
        {
            WriteFound(Await(token => Client.Portraits.GetAsync(id, Options, token)));
        }
        else
        {
            _output ??= new DownloadOutput(this, OutFile, Force);
            _output.Write($"portrait-{id}", (open, token) => Client.Portraits.DownloadAsync(id, Options, open, token));
        }

        Progress.ItemsDone++;
    });

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
