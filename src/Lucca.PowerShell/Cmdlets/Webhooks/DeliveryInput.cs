using System.Management.Automation;
using Lucca.Api;

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
        _ when item.IsSurely(Resources.WebhookDeliveries) => DeliveryInput.Delivery,
        _ when item.IsSurely(Resources.Events) => DeliveryInput.Event,
        _ when item.IsSurely(Resources.WebhookEndpoints) => DeliveryInput.Endpoint,
        { IsText: true } => DeliveryInput.Id,
        { Input: PSObject row, Id: not null } when item.MayBe(Resources.WebhookEndpoints) => KindOf(row),
        _ => DeliveryInput.Other,
    };

    /// <summary>What a row is: by the type that it was made of, or else by the columns that one kind only has.</summary>
    private static DeliveryInput KindOf(PSObject row)
    {
        return Was(typeof(WebhookDelivery)) ? DeliveryInput.Delivery
            : Was(typeof(Event)) ? DeliveryInput.Event
            : Was(typeof(WebhookEndpoint)) ? DeliveryInput.Endpoint
            : Has("specversion") ? DeliveryInput.CloudEvent
            : Has(nameof(WebhookDeliveryAttempt.WebhookDelivery)) ? DeliveryInput.Other
            : Has(nameof(WebhookDelivery.Event)) || Has(nameof(WebhookDelivery.WebhookEndpoint)) ? DeliveryInput.Delivery
            : Has(nameof(Event.Topic)) ? DeliveryInput.Event
            : Has(nameof(WebhookEndpoint.WebhookUrl)) || Has(nameof(WebhookEndpoint.Topics)) ? DeliveryInput.Endpoint
            : DeliveryInput.Row;

        // Select-Object puts a word before the name of the type, and a file another one.
        bool Was(Type model) => row.TypeNames.Any(name => name.EndsWith('.' + model.FullName, StringComparison.Ordinal));

        bool Has(string column) => row.Properties[column] is not null;
    }
}
