namespace Lucca.Api;

/// <summary>
/// Which webhook endpoints the deliveries of an event name. The API finds no delivery by its event, so all deliveries are read, once.
/// </summary>
/// <param name="client">Reads the deliveries.</param>
public sealed class PastDeliveries(ResourceClient<WebhookDelivery> client)
{
    private ILookup<string, string>? _endpoints;

    /// <summary>The ids of the endpoints that an event was delivered to, or failed to be; each once.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="Http.LuccaException">The deliveries could not be read, or one of them is malformed.</exception>
    public async Task<IReadOnlyList<string>> EndpointsOfAsync(string eventId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        _endpoints ??= await ReadAsync(cancellationToken).ConfigureAwait(false);
        return [.. _endpoints[IdSpelling.Normal(eventId)].Distinct(StringComparer.Ordinal)];
    }

    private async Task<ILookup<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        var named = new List<(string Event, string Endpoint)>();
        await foreach (var page in client.PagesAsync([], ListWindow.All, [], cancellationToken).ConfigureAwait(false))
        {
            // A malformed delivery may be of the event in question, and name another endpoint.
            foreach (var delivery in page.Items(MalformedItemError.Throw))
            {
                if (delivery is { Event: { } @event, WebhookEndpoint: { } endpoint })
                {
                    named.Add((IdSpelling.Normal(@event.Id), endpoint.Id));
                }
            }
        }

        return named.ToLookup(pair => pair.Event, pair => pair.Endpoint, StringComparer.Ordinal);
    }
}
