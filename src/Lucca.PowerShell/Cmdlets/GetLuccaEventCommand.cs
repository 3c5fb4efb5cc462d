using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEvent</c>: events by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEvent", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Event))]
public sealed class GetLuccaEventCommand : ListCmdlet<Event>
{
    /// <summary>How far the events' deliveries are.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("scheduled", "delivered", "failed")]
    [Filter("status")]
    public string? Status { get; set; }

    private protected override ResourceDescriptor<Event> Descriptor => Resources.Events;
}
