using System.Collections;
using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Downloads;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Raw;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>
/// <c>Invoke-LuccaRequest</c>: any request below <c>/lucca-api</c>, with the session's token, version, rate limit and retries.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "LuccaRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(FileInfo), typeof(string))]
public sealed partial class InvokeLuccaRequestCommand : SessionCmdlet
{
    private DownloadOutput? _output;
    private string? _body;

    /// <summary>
    /// The path below <c>/lucca-api</c>, such as <c>departments/32</c>, or a resource's whole address; it may carry a query. A token in it
    /// is kept from view.
    /// </summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [LinkArgument]
    [ArgumentCompleter(typeof(PathCompleter))]
    public LinkUri Path { get; set; } = new("");

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", IgnoreCase = true)]
    [OneText]
    public string Method { get; set; } = "GET";

    /// <summary>
    /// The query: names and values; an array is sent comma-separated. A secret, such as a file's token, may be a SecureString.
    /// </summary>
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
    [OneText]
    public string? Scope { get; set; }

    /// <summary>Where to save the response's body.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? OutFile { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Goes through all pages of a list and emits the items.</summary>
    [Parameter]
    public SwitchParameter FollowNextLink { get; set; }

    /// <summary>Treats error responses as responses.</summary>
    [Parameter]
    public SwitchParameter SkipHttpErrorCheck { get; set; }

    /// <summary>The name of a variable that receives the HTTP status.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? StatusCodeVariable { get; set; }

    /// <summary>The name of a variable that receives the response's headers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? ResponseHeadersVariable { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (OutFile is not null && (FollowNextLink || Method.Equals("HEAD", StringComparison.OrdinalIgnoreCase)))
        {
            throw End(new BadArgumentException(
                "-OutFile saves the body of one response. -FollowNextLink reads many, and HEAD has none.", OutFile, "Omit -OutFile."));
        }

        var options = new DownloadOptions { OutFile = OutFile, Force = Force, HasNames = false };
        _output = Require(OutFile, () => new DownloadOutput(this, options, MyInvocation.ExpectingInput ? null : 1)
        {
            Received = head => SetVariables(head.Status, head.Headers),
        });
        _body = Require(Body, () => RawBody.TextOf(Body, InvokeCommand));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(Path.ToString(), () =>
    {
        var request = RawRequest.Create(CurrentSession.Uri, Path, Method.ToUpperInvariant(), Query, _body, Header, Scope, Notes);
        if (request.IsRepeatable || ShouldProcess($"{request.Method} /{request.Path} on {CurrentSession.Uri.Authority}", "Send"))
        {
            RunKnown(request);
        }
    });

    /// <summary>What may have been written may have changed what names mean.</summary>
    private void ForgetNames(LuccaRequest request)
    {
        if (!request.IsRepeatable)
        {
            CurrentSession.ForgetNames();
        }
    }

    /// <summary>
    /// A path that nobody knows has no scope to be refused: the mistake is the path, and an administrator would look for the scope in vain.
    /// </summary>
    private void RunKnown(LuccaRequest request)
    {
        try
        {
            Run(request);
        }
        catch (LuccaException refused) when (Scope is null
            && refused is { Kind: LuccaErrorKind.Forbidden, TokenUri: not null }
            && !RawScope.IsKnown(request.Scope))
        {
            throw RawScope.Unknown(Path, refused);
        }
        catch (LuccaException refused) when (refused.Kind is LuccaErrorKind.NotFound or LuccaErrorKind.Forbidden
            && RawScope.Unpublished(request) is not null)
        {
            throw RawScope.NotPublished(RawScope.Unpublished(request)!, refused);
        }
        finally
        {
            ForgetNames(request);
        }
    }

    private void Run(LuccaRequest request)
    {
        if (OutFile is not null)
        {
            Save(request);
        }
        else if (FollowNextLink)
        {
            FollowPages(new RawPages(request, next => Send(next).Content));
        }
        else
        {
            WriteContent(Send(request));
        }
    }
}
