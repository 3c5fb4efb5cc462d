using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Set-LuccaWebhookEndpoint</c>: changes webhook endpoints; what is not named stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "LuccaWebhookEndpoint", SupportsShouldProcess = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(WebhookEndpoint))]
public sealed class SetLuccaWebhookEndpointCommand : SessionCmdlet
{
    private IReadOnlyList<string>? _topics;

    /// <summary>The ids, or the objects themselves.</summary>
    [Parameter(Position = 0, ParameterSetName = "Id")]
    [OwnResourceId(typeof(WebhookEndpoint))]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? Id { get; set; }

    /// <summary>Ids, or objects that have or lead to one, from the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>The name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneText]
    public string? Name { get; set; }

    /// <summary>The address that events are sent to, https only.</summary>
    [Parameter]
    [Alias("Uri", "Url")]
    [HttpsAddress]
    [OneText]
    public string? WebhookUrl { get; set; }

    /// <summary>The topics to send, in place of those before. One that is not known is sent with a warning.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>The version of the API whose shape the events' data shall have.</summary>
    [Parameter]
    [ValidateLength(1, 10)]
    [OneText]
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
    [OneText]
    public string? Status { get; set; }

    /// <summary>Change it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfMatch { get; set; }

    /// <summary>Emits the endpoint after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsWrite => true;

    private protected override bool FollowsInput => Input.IsGiven;

    private ResourceInput Input => field ??=
        new ResourceInput(this, Resources.WebhookEndpoints, () => IsBound(nameof(Id)) ? Id ?? [] : null, Change);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Input.Check(isNeeded: true);
        if (AllBusinessEstablishments && BusinessEstablishment is not null)
        {
            throw End(new BadArgumentException(
                "-BusinessEstablishment and -AllBusinessEstablishments cannot be combined.", null, "Give one of them."));
        }

        string[] changes =
        [
            nameof(Name), nameof(WebhookUrl), nameof(Topic), nameof(ApiVersion),
            nameof(BusinessEstablishment), nameof(AllBusinessEstablishments), nameof(Status),
        ];
        if (!changes.Any(IsBound))
        {
            throw End(new BadArgumentException(
                "There is nothing to change.", null, $"Give at least one of -{string.Join(", -", changes)}."));
        }

        _topics = TopicNames.Check(this, Topic);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Input.Process(InputObject);

    private void Change(ResourceId id) => Attempt(id.Input, () =>
    {
        // Anything has an id, a department or a process: what is written to must say that it is an endpoint.
        if (DeliveryInputs.KindOf(id) is not (DeliveryInput.Id or DeliveryInput.Endpoint))
        {
            throw new BadArgumentException(
                $"{id.Subject} does not say that it is a webhook endpoint.",
                id.Input,
                "Pipe webhook endpoints, or rows with their WebhookUrl or Topics, or give the id itself.");
        }

        foreach (var one in Resolver.Find(Resources.WebhookEndpoints, [id])[0].Require())
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
        settings.BusinessEstablishments is { } establishments
            ? $"BusinessEstablishment to {(establishments.Count == 0 ? "all" : string.Join(", ", establishments))}" : null,
        settings.Status is { } status ? $"Status to {status}" : null,
    }.OfType<string>());

    private WebhookEndpointSettings Settings() => new()
    {
        Name = Name,
        WebhookUrl = WebhookUrl,
        Topics = _topics,
        ApiVersion = ApiVersion,
        BusinessEstablishments =
            AllBusinessEstablishments ? [] : BusinessEstablishment is null ? null : IdsOf(nameof(BusinessEstablishment)),
        Status = Status?.ToLowerInvariant(),
    };
}
