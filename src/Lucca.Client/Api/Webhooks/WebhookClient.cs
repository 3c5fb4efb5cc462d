using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Lucca.Http;

namespace Lucca.Api;

/// <summary>Writes webhook endpoints and requests deliveries (docs/api.md#webhooks).</summary>
/// <param name="transport">The connection to the tenant.</param>
/// <param name="notes">Receives progress and warnings.</param>
public sealed class WebhookClient(Transport transport, CallNotes notes)
{
    /// <summary>Creates an endpoint.</summary>
    /// <param name="settings">Its name, address, version and topics, and optional settings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The endpoint with its secret, which the API shows only once; null when the response was empty.</returns>
    /// <exception cref="LuccaException">The call failed.</exception>
    public Task<WebhookEndpoint?> CreateEndpointAsync(WebhookEndpointSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var request = Write(HttpMethod.Post, Resources.WebhookEndpoints, []) with
        {
            HoldsSecrets = true,
            Content = JsonBody.Of(settings.ToJson()),
        };
        return SendAsync(Resources.WebhookEndpoints, request, cancellationToken);
    }

    /// <summary>Changes an endpoint. Settings that are null stay unchanged.</summary>
    /// <param name="id">The endpoint's id.</param>
    /// <param name="settings">What to change.</param>
    /// <param name="ifMatch">Change it only if its entity tag is this one; null for always.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The endpoint after the change; null when the response was empty.</returns>
    /// <exception cref="LuccaException">The call failed.</exception>
    public Task<WebhookEndpoint?> UpdateEndpointAsync(
        string id, WebhookEndpointSettings settings, string? ifMatch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var request = Write(HttpMethod.Patch, Resources.WebhookEndpoints, [id]) with { Content = JsonBody.Of(settings.ToJson()) };
        return SendAsync(Resources.WebhookEndpoints, new ReadOptions { IfMatch = ifMatch }.ApplyTo(request), cancellationToken, id);
    }

    /// <summary>Sends a ping to an endpoint.</summary>
    /// <param name="endpointId">The endpoint's id: sent in the body and the query, since the documentation disagrees.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The delivery, perhaps without a result yet; null when the response was empty.</returns>
    /// <exception cref="LuccaException">The call failed.</exception>
    public Task<WebhookDelivery?> PingAsync(string endpointId, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["webhookEndpoint"] = JsonBody.Reference(endpointId) };
        var request = Write(HttpMethod.Post, Resources.WebhookDeliveries, []) with { Content = JsonBody.Of(body) };
        request.Query.Add("webhookEndpoint.id", endpointId);
        request.Query.Add("event.topic", "ping");
        return SendAsync(Resources.WebhookDeliveries, request, cancellationToken);
    }

    /// <summary>Sends an event again.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="endpointId">The endpoint's id: sent in the body and the query.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="PingAsync" path="/returns"/>
    /// <inheritdoc cref="PingAsync" path="/exception"/>
    public Task<WebhookDelivery?> RedeliverAsync(string eventId, string endpointId, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["event"] = JsonBody.Reference(eventId), ["webhookEndpoint"] = JsonBody.Reference(endpointId) };
        var request = Write(HttpMethod.Post, Resources.WebhookDeliveries, []) with { Content = JsonBody.Of(body) };
        request.Query.Add("webhookEndpoint.id", endpointId);
        return SendAsync(Resources.WebhookDeliveries, request, cancellationToken);
    }

    private static LuccaRequest Write(HttpMethod method, ResourceDescriptor resource, string[] id) =>
        new(method, LuccaRequest.PathOf([resource.Path, .. id])) { Scope = resource.WriteScope };

    private Task<T?> SendAsync<T>(
        ResourceDescriptor<T> resource, LuccaRequest request, CancellationToken cancellationToken, string? id = null)
        where T : Resource => new ResourceClient<T>(transport, notes, resource).SendAsync(request, [], id, cancellationToken);
}

/// <summary>A JSON body, created anew for each attempt.</summary>
internal static class JsonBody
{
    public static Func<Action, HttpContent> Of(JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        return _ => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Json, "utf-8") } };
    }

    /// <summary>A reference in a body: its id only.</summary>
    public static JsonObject Reference(string id) => new() { ["id"] = id };
}
