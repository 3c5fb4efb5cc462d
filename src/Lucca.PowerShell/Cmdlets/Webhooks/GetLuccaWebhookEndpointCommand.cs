using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaWebhookEndpoint</c>: webhook endpoints by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaWebhookEndpoint", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(WebhookEndpoint))]
public sealed class GetLuccaWebhookEndpointCommand : NamedCmdlet<WebhookEndpoint>
{
    /// <summary>The status.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("active", "suspended", "inactive")]
    [Filter("status")]
    public string[]? Status { get; set; }

    /// <summary>The application that owns them.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("application.id")]
    [OneText]
    public string? ApplicationId { get; set; }

    private protected override ResourceDescriptor<WebhookEndpoint> Descriptor => Resources.WebhookEndpoints;
}
