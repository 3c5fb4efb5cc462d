using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Set-LuccaWebhookEndpoint</c>: changes webhook endpoints; what is not named stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "LuccaWebhookEndpoint", SupportsShouldProcess = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(WebhookEndpoint))]
public sealed class SetLuccaWebhookEndpointCommand : ResourceCmdlet<WebhookEndpoint>
{
    private IReadOnlyList<string>? _topics;

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

    /// <summary>The establishments whose events are to be sent, in place of those before: ids or objects.</summary>
    [Parameter]
    [ResourceId<BusinessEstablishment>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? BusinessEstablishment { get; set; }

    /// <summary>The events of all establishments are to be sent.</summary>
    [Parameter]
    public SwitchParameter AllBusinessEstablishments { get; set; }

    /// <summary>The status.</summary>
    [Parameter]
    [ValidateSet("active", "suspended", "inactive")]
    public string? Status { get; set; }

    /// <summary>Change it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfMatch { get; set; }

    /// <summary>Emits the endpoint after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ResourceDescriptor<WebhookEndpoint> Descriptor => Resources.WebhookEndpoints;

    private protected override bool IsWrite => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AllBusinessEstablishments && BusinessEstablishment is not null)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument("-BusinessEstablishment and -AllBusinessEstablishments contradict each other. Nothing was sent.", null, "Give one of them."));
        }

        string[] changes = [nameof(Name), nameof(WebhookUrl), nameof(Topic), nameof(ApiVersion), nameof(BusinessEstablishment), nameof(AllBusinessEstablishments), nameof(Status)];
        if (!changes.Any(MyInvocation.BoundParameters.ContainsKey))
        {
            ThrowTerminatingError(ErrorRecords.BadArgument("There is nothing to change. Nothing was sent.", null, $"Give at least one of -{string.Join(", -", changes)}."));
        }

        _topics = TopicNames.Check(this, Topic);
    }

    private protected override void ProcessId(ResourceId id) => Attempt(id.Input, () =>
    {
        foreach (var one in Named(Descriptor, [id])[0].Require())
        {
            Change(one.Id);
        }
    });

    private protected override string? Advise(LuccaException error) => WebhookAdvice.ForWrite(error, Status);

    private void Change(string id)
    {
        var settings = Settings();
        if (ShouldProcess($"webhook endpoint {id}", $"Set {Changes(settings)} on {CurrentSession.Uri.Authority}"))
        {
            var changed = AwaitWrite(token => Client.Webhooks.UpdateEndpointAsync(id, settings, IfMatch, token));
            Progress.ItemsDone++;
            if (PassThru)
            {
                WriteResult(changed);
            }
        }
    }

    private static string Changes(WebhookEndpointSettings settings) => string.Join(", ", new[]
    {
        settings.Name is { } name ? $"Name to '{name}'" : null,
        settings.WebhookUrl is { } address ? $"WebhookUrl to {LinkUri.Hide(address)}" : null,
        settings.Topics is { } topics ? $"Topic to {string.Join(", ", topics)}" : null,
        settings.ApiVersion is { } version ? $"ApiVersion to {version}" : null,
        settings.BusinessEstablishments is { } establishments ? $"BusinessEstablishment to {(establishments.Count == 0 ? "all" : string.Join(", ", establishments))}" : null,
        settings.Status is { } status ? $"Status to {status}" : null,
    }.OfType<string>());

    private WebhookEndpointSettings Settings() => new()
    {
        Name = Name,
        WebhookUrl = WebhookUrl,
        Topics = _topics,
        ApiVersion = ApiVersion,
        BusinessEstablishments = AllBusinessEstablishments ? [] : BusinessEstablishment is null ? null : IdsOf(nameof(BusinessEstablishment)),
        Status = Status?.ToLowerInvariant(),
    };
}
