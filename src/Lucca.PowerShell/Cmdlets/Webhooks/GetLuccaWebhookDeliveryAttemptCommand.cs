using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaWebhookDeliveryAttempt</c>: attempts of webhook deliveries by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaWebhookDeliveryAttempt", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(WebhookDeliveryAttempt))]
public sealed class GetLuccaWebhookDeliveryAttemptCommand : ListCmdlet<WebhookDeliveryAttempt>
{
    /// <summary>Deliveries: ids or objects. The API does not declare this filter, but the links of deliveries use it.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<WebhookDelivery>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("webhookDelivery.id")]
    public ResourceId[]? WebhookDelivery { get; set; }

    private protected override ResourceDescriptor<WebhookDeliveryAttempt> Descriptor => Resources.WebhookDeliveryAttempts;
}
