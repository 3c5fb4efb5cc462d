using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Send-LuccaWebhookDelivery</c>: sends a ping to webhook endpoints, or an event once more.</summary>
[Cmdlet(VerbsCommunications.Send, "LuccaWebhookDelivery", SupportsShouldProcess = true)]
[OutputType(typeof(WebhookDelivery))]
public sealed class SendLuccaWebhookDeliveryCommand : SessionCmdlet
{
    /// <summary>The endpoints: ids or objects. By default what the pipeline names.</summary>
    [Parameter(Position = 0)]
    [ResourceId<WebhookEndpoint>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? WebhookEndpoint { get; set; }

    /// <summary>The events to send once more: ids or objects; a ping is sent when left out.</summary>
    [Parameter(Position = 1)]
    [ResourceId<Event>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? Event { get; set; }

    /// <summary>Endpoints, to be pinged; events, to be sent once more to -WebhookEndpoint; or deliveries, to be repeated.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    private protected override bool FollowsInput =>
        MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

    private protected override bool IsWrite => true;

    private string[]? EventIds => Event is null ? null : IdsOf(nameof(Event));

    private string[]? EndpointIds => WebhookEndpoint is null ? null : IdsOf(nameof(WebhookEndpoint));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FollowsInput)
        {
            Array.ForEach(MyInvocation.ExpectingInput ? [ResourceId.Of(InputObject)] : ResourceIdAttribute.Read(InputObject), Take);
        }
        else
        {
            SendAll(EventIds, EndpointIds, null);
        }
    }

    private void Take(ResourceId item)
    {
        if (item.IsEmpty)
        {
            WriteError(ErrorRecords.From(new BadArgumentException(
                "The input is empty.", item.Input, "Omit empty items, for instance with Where-Object.")));
        }
        else if (TryFollow(InputOrigin.Of(item)))
        {
            Attempt(item.Input, () => Send(item));
        }
    }

    private void Send(ResourceId item)
    {
        if (Meaning(item) is not { } meaning)
        {
            WriteError(ErrorRecords.From(new BadArgumentException(
                $"{item.Subject} is not a webhook endpoint, event or delivery.",
                item.Input,
                "Pipe ids of endpoints, or objects of these kinds.")));
        }
        else
        {
            SendAll(meaning.Events, meaning.Endpoints, item.Input);
        }
    }

    /// <summary>Which events (none for a ping) go to which endpoints (none when nobody says); null when the item says neither.</summary>
    private (string[]? Events, string[]? Endpoints)? Meaning(ResourceId item) => item.Input switch
    {
        WebhookDelivery { Event: { } one } delivery =>
            ([one.Id], EndpointIds ?? (delivery.WebhookEndpoint is { } endpoint ? [endpoint.Id] : null)),
        _ when item.IsSurely(Resources.Events) => ([item.Value], EndpointIds),
        _ when item.IsText =>
            (EventIds, [.. Resolver.Find(Resources.WebhookEndpoints, [item])[0].Require().Select(endpoint => endpoint.Id)]),
        _ when item.IsSurely(Resources.WebhookEndpoints) => (EventIds, [item.Value]),
        PSObject when item.MayBe(Resources.WebhookEndpoints) && item.Id is not null => (EventIds, [item.Value]),
        _ => null,
    };

    private void SendAll(string[]? events, string[]? endpoints, object? input)
    {
        if (endpoints is null)
        {
            WriteError(ErrorRecords.From(new BadArgumentException(
                "No webhook endpoint was given.", input, "Give -WebhookEndpoint, or pipe endpoints or deliveries.")));
            return;
        }

        foreach (var endpoint in endpoints)
        {
            Array.ForEach(events ?? [""], one => Attempt(input ?? endpoint, () => Send(one, endpoint)));
        }
    }

    private protected override string? Advise(LuccaException error) => WebhookAdvice.ForDelivery(error);

    private void Send(string eventId, string endpoint)
    {
        var what = eventId.Length == 0 ? "a ping" : $"event {eventId}";
        if (ShouldProcess($"webhook endpoint {endpoint}", $"Send {what} through {CurrentSession.Uri.Authority}"))
        {
            WriteResult(Await(token => eventId.Length == 0
                ? Client.Webhooks.PingAsync(endpoint, token)
                : Client.Webhooks.RedeliverAsync(eventId, endpoint, token)));
            Progress.ItemsDone++;
        }
    }
}
