using System.Management.Automation;
using Lucca.Http;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Send-LuccaWebhookDelivery</c>: sends a ping to webhook endpoints, or an event once more.</summary>
[Cmdlet(VerbsCommunications.Send, "LuccaWebhookDelivery", SupportsShouldProcess = true)]
[OutputType(typeof(WebhookDelivery))]
public sealed class SendLuccaWebhookDeliveryCommand : SessionCmdlet
{
    /// <summary>The endpoints: ids or objects. By default what the pipeline names.</summary>
    [Parameter(Position = 0)]
    [ResourceId]
    [ValidateNotNullOrEmpty]
    public string[]? WebhookEndpoint { get; set; }

    /// <summary>The events to send once more: ids or objects; a ping is sent when left out.</summary>
    [Parameter(Position = 1)]
    [ResourceId]
    [ValidateNotNullOrEmpty]
    public string[]? Event { get; set; }

    /// <summary>Endpoints, to be pinged; events, to be sent once more to -WebhookEndpoint; or deliveries, to be repeated.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var input = PipelineInput.Unwrap(InputObject);
        var (events, endpoints) = Meaning(input);
        if (endpoints is null)
        {
            WriteError(ErrorRecords.BadArgument("It is not said which webhook endpoint to send to. Nothing was sent.", input, "Give -WebhookEndpoint, or pipe endpoints or deliveries."));
            return;
        }

        foreach (var endpoint in endpoints)
        {
            Array.ForEach(events ?? [""], one => Attempt(input ?? endpoint, () => Send(one, endpoint)));
        }
    }

    /// <summary>Which events (none for a ping) go to which endpoints (none when nobody says).</summary>
    private (string[]? Events, string[]? Endpoints) Meaning(object? input) => input switch
    {
        null => (Event, WebhookEndpoint),
        Lucca.WebhookEndpoint one => (Event, [one.Id]),
        Lucca.Event one => ([one.Id], WebhookEndpoint),
        WebhookDelivery { Event: { } one } delivery => ([one.Id], WebhookEndpoint ?? (delivery.WebhookEndpoint is { } endpoint ? [endpoint.Id] : null)),
        Resource => (null, null),
        _ => (Event, PipelineInput.TryGetId(input, out var id) && !string.IsNullOrEmpty(id) ? [id] : null),
    };

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
