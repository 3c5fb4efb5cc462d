using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Set-LuccaWebhookEndpoint</c>: changes webhook endpoints; what is not named stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "LuccaWebhookEndpoint", SupportsShouldProcess = true)]
[OutputType(typeof(WebhookEndpoint))]
public sealed class SetLuccaWebhookEndpointCommand : SessionCmdlet
{
    private IReadOnlyList<string>? _topics;

    /// <summary>The endpoints: ids or objects.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ResourceId]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>The name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The address that events are sent to, https only.</summary>
    [Parameter]
    [HttpsAddress]
    public string? WebhookUrl { get; set; }

    /// <summary>The topics to send, in place of those before. One that is not known is sent with a warning.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>The version of the API whose shape the events' data shall have.</summary>
    [Parameter]
    [ValidateLength(1, 10)]
    public string? ApiVersion { get; set; }

    /// <summary>The establishments whose events are to be sent, in place of those before: ids or objects; null for all.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [ResourceId]
    public string[]? BusinessEstablishment { get; set; }

    /// <summary>The status.</summary>
    [Parameter]
    [ValidateSet("active", "suspended", "inactive")]
    public string? Status { get; set; }

    /// <summary>Change it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IfMatch { get; set; }

    /// <summary>Emits the endpoint after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        string[] changes = [nameof(Name), nameof(WebhookUrl), nameof(Topic), nameof(ApiVersion), nameof(BusinessEstablishment), nameof(Status)];
        if (!changes.Any(MyInvocation.BoundParameters.ContainsKey))
        {
            ThrowTerminatingError(ErrorRecords.BadArgument("There is nothing to change. Nothing was sent.", null, $"Give at least one of -{string.Join(", -", changes)}."));
        }

        _topics = TopicNames.Check(this, Topic);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Array.ForEach(Id, id => Attempt(id, () => Change(id)));

    private protected override string? Advise(LuccaException error) => WebhookAdvice.ForWrite(error, Status);

    private void Change(string id)
    {
        if (ShouldProcess($"webhook endpoint {id}", $"Change on {CurrentSession.Uri.Authority}"))
        {
            var changed = Await(token => Client.Webhooks.UpdateEndpointAsync(id, Settings(), IfMatch, token));
            Progress.ItemsDone++;
            if (PassThru)
            {
                WriteResult(changed);
            }
        }
    }

    private WebhookEndpointSettings Settings() => new()
    {
        Name = Name,
        WebhookUrl = WebhookUrl,
        Topics = _topics,
        ApiVersion = ApiVersion,
        BusinessEstablishments = MyInvocation.BoundParameters.ContainsKey(nameof(BusinessEstablishment)) ? BusinessEstablishment ?? [] : null,
        Status = Status?.ToLowerInvariant(),
    };
}
