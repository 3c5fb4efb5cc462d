using System.Collections;
using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Paths;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Invoke-LuccaRequest</c>: any request below <c>/lucca-api</c>, with the session's token, version, pace and retries.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "LuccaRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(FileInfo), typeof(string))]
public sealed class InvokeLuccaRequestCommand : SessionCmdlet
{
    /// <summary>The path below <c>/lucca-api</c>, such as <c>departments/32</c>, or a resource's whole address; it may carry a query. A token in it is kept from view.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [LinkArgument]
    public LinkUri Path { get; set; } = new("");

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", IgnoreCase = true)]
    public string Method { get; set; } = "GET";

    /// <summary>The query: names and values; an array is sent comma-separated. A secret, such as a file's token, may be a SecureString.</summary>
    [Parameter]
    [SecretEntries]
    public IDictionary? Query { get; set; }

    /// <summary>The body: text, or an object that is sent as JSON.</summary>
    [Parameter]
    public object? Body { get; set; }

    /// <summary>Further headers.</summary>
    [Parameter]
    public IDictionary? Header { get; set; }

    /// <summary>The scope to ask for; by default the one that the path and the method suggest.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Scope { get; set; }

    /// <summary>Where to save the reply's body.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Goes through all pages of a list and emits the items.</summary>
    [Parameter]
    public SwitchParameter FollowNextLink { get; set; }

    /// <summary>Treats error replies as replies.</summary>
    [Parameter]
    public SwitchParameter SkipHttpErrorCheck { get; set; }

    /// <summary>The name of a variable that receives the HTTP status.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatusCodeVariable { get; set; }

    /// <summary>The name of a variable that receives the reply's headers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResponseHeadersVariable { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(Path.ToString(), () =>
    {
        var request = GenericRequest.Create(CurrentSession.Uri, Path, Method.ToUpperInvariant(), Query, BodyText(), Header, Scope);
        if (request.IsRepeatable || ShouldProcess($"{request.Method} /{request.Path} on {CurrentSession.Uri.Authority}", "Send"))
        {
            Run(request);
        }
    });

    /// <summary>The body as text; what is not text goes through PowerShell's own ConvertTo-Json.</summary>
    private string? BodyText() => PipelineInput.Unwrap(Body) switch
    {
        null => null,
        string text => text,
        var body => InvokeCommand.InvokeScript("param($body) ConvertTo-Json -InputObject $body -Depth 20 -Compress", body)[0].ToString(),
    };

    private void Run(LuccaRequest request)
    {
        if (OutFile is not null)
        {
            var output = new DownloadOutput(this, new DownloadOptions(OutFile, Force, FileName: null, SkipExisting: false));
            output.Write("download", new DownloadItem(Path), (open, token) => Client.DownloadAsync(request, open, token));
        }
        else if (FollowNextLink)
        {
            foreach (var page in new GenericPages(request).Pages(next => Send(next).Content))
            {
                WriteObject(page, enumerateCollection: true);
            }
        }
        else if (Send(request).Content is { } content)
        {
            WriteObject(content, enumerateCollection: content is object[]);
        }
    }

    private GenericReply Send(LuccaRequest request)
    {
        var reply = Receive(request);
        SetVariable(StatusCodeVariable, reply.Status);
        SetVariable(ResponseHeadersVariable, reply.Headers);
        return reply;
    }

    private GenericReply Receive(LuccaRequest request)
    {
        try
        {
            return Await(token => Client.SendAsync(request, GenericReply.ReadAsync, token));
        }
        catch (LuccaException error) when (SkipHttpErrorCheck && error.Reply is not null)
        {
            return GenericReply.From(error.Reply);
        }
    }

    private void SetVariable(string? name, object value)
    {
        if (name is not null)
        {
            SessionState.PSVariable.Set(name, value);
        }
    }
}
