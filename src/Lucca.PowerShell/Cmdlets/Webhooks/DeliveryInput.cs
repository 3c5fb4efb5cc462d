using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>What an item is to a command that sends deliveries.</summary>
internal enum DeliveryInput
{
    /// <summary>None of these.</summary>
    Other,

    /// <summary>An id that does not say of what.</summary>
    Id,

    /// <summary>A row with an id that does not say of what.</summary>
    Row,

    /// <summary>A webhook endpoint.</summary>
    Endpoint,

    /// <summary>An event.</summary>
    Event,

    /// <summary>An event in CloudEvents format, whose id need not be the event's.</summary>
    CloudEvent,

    /// <summary>A delivery.</summary>
    Delivery,
}

/// <summary>Tells what an item is.</summary>
internal static class DeliveryInputs
{
    /// <summary>What an item is. All ids are numbers, so a row of an event must not be taken for the endpoint with the same id.</summary>
    /// <param name="item">The item.</param>
    public static DeliveryInput KindOf(ResourceId item) => item switch
    {
        { Input: PSObject row } when SavedType.IsReduced(row) => KindOf(row),
        _ when item.IsSurely(Resources.WebhookDeliveries) => DeliveryInput.Delivery,
        _ when item.IsSurely(Resources.Events) => DeliveryInput.Event,
        _ when item.IsSurely(Resources.WebhookEndpoints) => DeliveryInput.Endpoint,
        { IsText: true } => DeliveryInput.Id,
        { Input: PSObject row, Id: not null } when item.MayBe(Resources.WebhookEndpoints) => KindOf(row),
        _ => DeliveryInput.Other,
    };

    /// <summary>
    /// What a row is, by the columns that one kind only has. What Select-Object made does not tell: its Id may be that of another object.
    /// </summary>
    private static DeliveryInput KindOf(PSObject row)
    {
        return Has("specversion") ? DeliveryInput.CloudEvent
            : Has(nameof(WebhookDeliveryAttempt.WebhookDelivery)) ? DeliveryInput.Other
            : Has(nameof(WebhookDelivery.Event)) || Has(nameof(WebhookDelivery.WebhookEndpoint)) ? DeliveryInput.Delivery
            : Has(nameof(Event.Topic)) ? DeliveryInput.Event
            : Has(nameof(WebhookEndpoint.WebhookUrl)) || Has(nameof(WebhookEndpoint.Topics)) ? DeliveryInput.Endpoint
            : DeliveryInput.Row;

        bool Has(string column) => row.Properties[column] is not null;
    }
}
