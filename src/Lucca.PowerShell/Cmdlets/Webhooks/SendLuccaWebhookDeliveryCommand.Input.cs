using Lucca.Api;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <content>What an item of the pipeline means: an endpoint, an event or a delivery.</content>
public sealed partial class SendLuccaWebhookDeliveryCommand
{
    private void Send(ResourceId item)
    {
        var kind = DeliveryInputs.KindOf(item);
        var (events, endpoints) = kind switch
        {
            DeliveryInput.Delivery => OfDelivery(item),
            DeliveryInput.Event => OfEvent(item),
            DeliveryInput.Id when WebhookEndpoint is not null => OfEvent(item),
            DeliveryInput.Id or DeliveryInput.Endpoint => OfEndpoint(item),
            DeliveryInput.CloudEvent => throw new BadArgumentException(
                "A CloudEvent cannot be sent again: its id need not be that of the event.",
                item.Input,
                "Use Get-LuccaEvent without -CloudEvents."),
            DeliveryInput.Row => throw new BadArgumentException(
                $"The row with the Id '{item.Value}' does not say whether its Id is that of a webhook endpoint, an event or a delivery.",
                item.Input,
                "Pipe the object itself, or give its id to -WebhookEndpoint or -Event."),
            _ => throw new BadArgumentException(
                $"{item.Subject} is not a webhook endpoint, event or delivery.",
                item.Input,
                "Pipe ids of endpoints, or objects of these kinds."),
        };
        SendAll(events, endpoints, item.Input);
    }

    /// <summary>The event and the endpoint of a delivery; another endpoint if -WebhookEndpoint says so.</summary>
    private (string[]? Events, string[]? Endpoints) OfDelivery(ResourceId item)
    {
        RefuseSecond(nameof(Event), Event, item);
        var delivery = item.Input as WebhookDelivery ?? Await(token => Past.Lookup.FindAsync([item.Value], token))[0] switch
        {
            { Error: { } error } => throw error,
            var found => found.Resource!,
        };
        return delivery.Event is { } one
            ? ([one.Id], EndpointIds ?? (delivery.WebhookEndpoint is { } endpoint ? [endpoint.Id] : null))
            : throw new BadArgumentException($"{item.Subject} names no event.", item.Input, "Give -WebhookEndpoint and -Event.");
    }

    private (string[]? Events, string[]? Endpoints) OfEvent(ResourceId item)
    {
        RefuseSecond(nameof(Event), Event, item);
        return ([item.Value], EndpointIds);
    }

    private (string[]? Events, string[]? Endpoints) OfEndpoint(ResourceId item)
    {
        RefuseSecond(nameof(WebhookEndpoint), WebhookEndpoint, item);
        return (EventIds, item.IsText
            ? [.. Resolver.Find(Resources.WebhookEndpoints, [item])[0].Require().Select(endpoint => endpoint.Id)]
            : [item.Value]);
    }

    /// <summary>Refuses an item that says what a parameter says already: one of the two would be ignored.</summary>
    private static void RefuseSecond(string parameter, ResourceId[]? given, ResourceId item)
    {
        if (given is not null)
        {
            throw new BadArgumentException(
                $"{item.Subject} came through the pipeline, but -{parameter} was given too.",
                item.Input,
                $"Use either the pipeline or -{parameter}.");
        }
    }
}
