using System.Management.Automation;
using Lucca.Api;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaWebhookDelivery</c>: webhook deliveries by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaWebhookDelivery", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(WebhookDelivery))]
public sealed class GetLuccaWebhookDeliveryCommand : ListCmdlet<WebhookDelivery>
{
    private protected override ResourceDescriptor<WebhookDelivery> Descriptor => Resources.WebhookDeliveries;
}
