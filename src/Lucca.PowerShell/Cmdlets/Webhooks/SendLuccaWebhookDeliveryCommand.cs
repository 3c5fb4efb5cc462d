using System.Management.Automation;
using Lucca.Api;
using Lucca.Http;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Sessions;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Send-LuccaWebhookDelivery</c>: sends a ping to webhook endpoints, or an event once more.</summary>
[Cmdlet(VerbsCommunications.Send, "LuccaWebhookDelivery", SupportsShouldProcess = true)]
[OutputType(typeof(WebhookDelivery))]
public sealed partial class SendLuccaWebhookDeliveryCommand : SessionCmdlet
{
    private readonly Dictionary<LuccaSession, PastOfSession> _past = [];
    private (string Endpoint, LuccaException? Error) _missing = ("", null);

    /// <summary>The endpoints: ids or objects. By default those of the pipeline, or of the deliveries of the events.</summary>
    [Parameter(Position = 0)]
    [ResourceId<WebhookEndpoint>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? WebhookEndpoint { get; set; }

    /// <summary>The events to send once more: ids or objects; a ping is sent when left out.</summary>
    [Parameter(Position = 1)]
    [ResourceId<Event>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? Event { get; set; }

    /// <summary>Endpoints, to be pinged; events, to be sent once more; or deliveries, to be repeated.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    private protected override bool FollowsInput =>
        MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

    private protected override bool IsWrite => true;

    private PastOfSession Past
    {
        get
        {
            if (!_past.TryGetValue(CurrentSession, out var past))
            {
                var deliveries = Client.Of(Resources.WebhookDeliveries);
                _past.Add(CurrentSession, past = new PastOfSession(new PastDeliveries(deliveries), deliveries.Lookup([])));
            }

            return past;
        }
    }

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

    private void SendAll(string[]? events, string[]? endpoints, object? input)
    {
        if (endpoints is null && events is null)
        {
            WriteError(ErrorRecords.From(new BadArgumentException(
                "No webhook endpoint was given.", input, "Give -WebhookEndpoint, or pipe endpoints, events or deliveries.")));
        }
        else if (endpoints is null)
        {
            Array.ForEach(events!, one => Attempt(input ?? one, () => Send(one, EndpointOf(one))));
        }
        else
        {
            foreach (var endpoint in endpoints)
            {
                Array.ForEach(events ?? [""], one => Attempt(input ?? endpoint, () => Send(one, endpoint)));
            }
        }
    }

    /// <summary>The endpoint that the deliveries of an event name; several or none is an error, never a guess.</summary>
    private string EndpointOf(string eventId) => Await(token => Past.Deliveries.EndpointsOfAsync(eventId, token)) switch
    {
        [var only] => only,
        [] => throw new BadArgumentException(
            $"No delivery of event {eventId} was found, so its webhook endpoint is unknown.",
            target: null,
            "Give -WebhookEndpoint. Get-LuccaWebhookEndpoint lists the endpoints."),
        var several => throw new BadArgumentException(
            $"The deliveries of event {eventId} name several webhook endpoints: {string.Join(", ", several)}.",
            target: null,
            $"Choose with -WebhookEndpoint, for example -WebhookEndpoint {several[0]}, or pipe deliveries instead of events."),
    };

    private protected override string? Advise(LuccaException error) =>
        ReferenceEquals(error, _missing.Error) ? WebhookAdvice.ForMissingEndpoint(_missing.Endpoint) : WebhookAdvice.ForDelivery(error);

    private void Send(string eventId, string endpoint)
    {
        var what = eventId.Length == 0 ? "a ping" : $"event {eventId}";
        if (ShouldProcess($"webhook endpoint {endpoint}", $"Send {what} through {CurrentSession.Uri.Authority}"))
        {
            WriteResult(SendTo(endpoint, eventId));
            Progress.ItemsDone++;
        }
    }

    private WebhookDelivery? SendTo(string endpoint, string eventId)
    {
        try
        {
            return Await(token => eventId.Length == 0
                ? Client.Webhooks.PingAsync(endpoint, token)
                : Client.Webhooks.RedeliverAsync(eventId, endpoint, token));
        }
        catch (LuccaException refused) when (refused.Status is 400 or 404 && IsMissing(endpoint))
        {
            _missing = (endpoint, new LuccaException(
                LuccaErrorKind.NotFound,
                $"There is no webhook endpoint '{endpoint}', or the integration key cannot see it.",
                refused));
            throw _missing.Error;
        }
    }

    /// <summary>Whether an endpoint certainly does not exist: the API refuses a delivery to it in words of its own.</summary>
    private bool IsMissing(string endpoint)
    {
        try
        {
            return Await(token => Client.Of(Resources.WebhookEndpoints).Lookup([]).FindAsync([endpoint], token))[0].Error
                is { Kind: LuccaErrorKind.NotFound };
        }
        catch (LuccaException)
        {
            return false;
        }
    }

    /// <summary>The deliveries of a session, read once in a run.</summary>
    private sealed record PastOfSession(PastDeliveries Deliveries, IdLookup<WebhookDelivery> Lookup);
}
