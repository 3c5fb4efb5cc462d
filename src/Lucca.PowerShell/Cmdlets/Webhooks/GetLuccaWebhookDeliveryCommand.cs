using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaWebhookDelivery</c>: webhook deliveries by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaWebhookDelivery", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(WebhookDelivery))]
public sealed class GetLuccaWebhookDeliveryCommand : ListCmdlet<WebhookDelivery>
{
    /// <summary>What became of them. The API has no such filter: all deliveries come, and these are kept.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("delivered", "undelivered", "failed")]
    [ClientFilter]
    public string[]? Status { get; set; }

    private protected override Func<WebhookDelivery, bool>? Keep => Status is null ? null : one =>
        Status.Contains(one.Status, StringComparer.OrdinalIgnoreCase);

    private protected override ResourceDescriptor<WebhookDelivery> Descriptor => Resources.WebhookDeliveries;
}
