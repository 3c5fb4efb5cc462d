using System.Management.Automation;
using System.Security;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaFile</c>: files that links refer to, as objects, files or bytes.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaFile", DefaultParameterSetName = LinkSet)]
[OutputType(typeof(File), typeof(FileInfo), typeof(byte[]))]
public sealed class GetLuccaFileCommand : DownloadCmdlet
{
    private const string IdSet = "Id";
    private const string LinkSet = "Link";

    /// <summary>The file's id, a UUID.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [OneText]
    public string? Id { get; set; }

    /// <summary>The file's token, from a link of the resource that refers to the file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [SecretText]
    public SecureString? Token { get; set; }

    /// <summary>Links to files, as they stand in the links of a resource.</summary>
    [Parameter(Position = 0, ParameterSetName = LinkSet)]
    [LinkArgument]
    public LinkUri[]? Link { get; set; }

    /// <summary>Links, or resources whose links refer to files, from the pipeline.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = LinkSet)]
    public object? InputObject { get; set; }

    /// <summary>Asks for a picture of the file in place of its content, where Lucca can make one.</summary>
    [Parameter]
    public SwitchParameter Preview { get; set; }

    /// <summary>How the file is meant to be handled; it outranks the kind of response asked for where possible.</summary>
    [Parameter]
    [ValidateSet("json", "inline", "attachment")]
    [OneText]
    public string? Disposition { get; set; }

    private protected override bool FollowsInput => HasInput;

    private bool HasInput =>
        MyInvocation.ExpectingInput
            || MyInvocation.BoundParameters.ContainsKey(nameof(Link))
            || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

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

        OpenOutput(MyInvocation.ExpectingInput ? null : Link?.Length ?? 1);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is not null)
        {
            Process(new FileAddress(Id, Token!), Id, $"file-{Id}");
        }
        else if (Link is not null)
        {
            Array.ForEach(Link, link => Follow(FileLink.To(link), InputOrigin.Of(link)));
        }
        else
        {
            Take(PipelineInput.Unwrap(InputObject));
        }
    }

    private void Take(object? input)
    {
        try
        {
            var files = FileLink.Of(input);
            if (files.Count == 0 && PipelineInput.Unwrap(input) is Resource resource)
            {
                WriteVerbose($"{ResourceId.Of(resource).Subject} has no file.");
            }

            foreach (var file in files)
            {
                Follow(file, file.Input is Resource holder ? InputOrigin.Of(ResourceId.Of(holder)) : InputOrigin.Of(file.Address));
            }
        }
        catch (BadArgumentException bad)
        {
            WriteError(ErrorRecords.From(bad));
        }
    }

    private void Process(FileLink file) => Attempt(file.Input, () =>
    {
        var address = FileAddress.Parse(file.Address, CurrentSession.Uri);
        Process(address, file.Input, file.Name ?? $"file-{address.Id}");
    });

    private void Follow(FileLink file, InputOrigin? origin)
    {
        if (TryFollow(origin))
        {
            Process(file);
        }
    }

    private void Process(FileAddress address, object input, string name) => Attempt(input, () =>
    {
        Progress.Position = ListPosition.Of(input);
        if (WantsBytes)
        {
            Save(new DownloadItem(input, name, ("Id", address.Id), ("FileId", address.Id)), (open, token) =>
            {
                Progress.RequestsDone++;
                return Client.Files.DownloadAsync(
                    address, Options, Preview ? MediaTypes.Preview : MediaTypes.Bytes, Disposition, open, token);
            });
        }
        else if (Await(token => Client.Files.GetAsync(address, Options, token)) is { } file)
        {
            WriteObject(ResourceView.Of(file));
        }

        Progress.ItemsDone++;
    });
}
