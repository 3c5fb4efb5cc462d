using System.Management.Automation;
using System.Security;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Paths;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaFile</c>: files that links refer to, as objects, files or bytes.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaFile", DefaultParameterSetName = LinkSet)]
[OutputType(typeof(File), typeof(FileInfo), typeof(byte[]))]
public sealed class GetLuccaFileCommand : SessionCmdlet
{
    private const string IdSet = "Id";
    private const string LinkSet = "Link";

    private DownloadOutput? _output;

    /// <summary>The file's id, a UUID.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
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

    /// <summary>How the file is meant to be handled; it outranks the kind of reply asked for where possible.</summary>
    [Parameter]
    [ValidateSet("json", "inline", "attachment")]
    public string? Disposition { get; set; }

    /// <summary>Where to save the file: a file, or a folder in which it gets the server's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Emits the content as one byte[].</summary>
    [Parameter]
    public SwitchParameter AsByteArray { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The files' names within the folder -OutFile: a template such as <c>{FamilyName}-{FileId}</c>, or a script block that finds what is piped in as <c>$_</c>.</summary>
    /// <remarks>A template's places are properties of what is piped in, and <c>FileId</c>. Without an extension, the file's media type gives one.</remarks>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? FileName { get; set; }

    /// <summary>Does not ask for what is there already, under any extension where the name has none, and emits the existing file in its place.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>What to send along: <c>embedded</c>, <c>links</c>.</summary>
    [Parameter]
    [ValidateSet("embedded", "links", IgnoreCase = true)]
    public string[] Include { get; set; } = [];

    /// <summary>Get it only if its ETag differs from this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IfNoneMatch { get; set; }

    /// <summary>Get it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IfMatch { get; set; }

    private ReadOptions Options => new() { Include = [.. Include.Select(part => part.ToLowerInvariant())], IfNoneMatch = IfNoneMatch, IfMatch = IfMatch };

    private bool WantsBytes => OutFile is not null || AsByteArray;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!WantsBytes && (Preview || Disposition is "inline" or "attachment"))
        {
            ThrowTerminatingError(ErrorRecords.BadArgument("-Preview and -Disposition bring bytes, which have to go somewhere.", null, "Add -OutFile or -AsByteArray."));
        }

        _output = Require(OutFile, () => new DownloadOutput(this, new DownloadOptions(OutFile, Force, FileName, SkipExisting)));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is not null)
        {
            Process(new FileAddress(Id, Token!), Id);
        }
        else if (Link is not null)
        {
            Array.ForEach(Link, link => Process(link, link));
        }
        else if (MyInvocation.ExpectingInput)
        {
            Take(InputObject);
        }
    }

    private void Take(object? input)
    {
        switch (PipelineInput.Unwrap(input))
        {
            case Resource { Links: null } resource:
                WriteError(ErrorRecords.BadArgument($"The {resource.Type} '{resource}' came without its links, which hold the files' addresses.", input, "Get it with -Include links."));
                break;
            case Resource resource:
                TakeLinks(resource);
                break;
            default:
                if (LinkArgumentAttribute.LinkOf(input) is { } link)
                {
                    Process(link, link);
                }
                else
                {
                    WriteError(ErrorRecords.BadArgument($"'{input}' is neither a link nor an object with links.", input, "Pipe links, or objects got with -Include links."));
                }

                break;
        }
    }

    private void TakeLinks(Resource resource)
    {
        LinkUri[] files = [.. resource.Links!.Values.Select(link => link?.Href).OfType<LinkUri>().Where(link => link.HasToken)];
        if (files.Length == 0)
        {
            WriteVerbose($"The {resource.Type} '{resource}' refers to no file.");
        }

        Array.ForEach(files, link => Process(link, resource));
    }

    private void Process(LinkUri link, object input) =>
        Attempt(input, () => Process(FileAddress.Parse(link, CurrentSession.Uri), input));

    private void Process(FileAddress address, object input) => Attempt(input, () =>
    {
        Progress.Position = ListPosition.Of(input);
        if (WantsBytes)
        {
            var item = new DownloadItem(input, ("Id", address.Id), ("FileId", address.Id));
            _output!.Write($"file-{address.Id}", item, (open, token) =>
            {
                Progress.RequestsDone++;
                return Client.Files.DownloadAsync(address, Options, Preview ? MediaTypes.Preview : MediaTypes.Bytes, Disposition, open, token);
            });
        }
        else if (Await(token => Client.Files.GetAsync(address, Options, token)) is { } file)
        {
            WriteObject(file);
        }

        Progress.ItemsDone++;
    });
}
