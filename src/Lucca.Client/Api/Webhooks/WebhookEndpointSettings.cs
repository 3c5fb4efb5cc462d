using System.Text.Json.Nodes;

namespace Lucca.Api;

/// <summary>The settings of a webhook endpoint; null ones are omitted from the request.</summary>
public sealed record WebhookEndpointSettings
{
    /// <summary>The name, at least one character.</summary>
    public string? Name { get; init; }

    /// <summary>The address, https only.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>The API version of the events' data.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The topics to send, such as <c>employee.updated</c>.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>The ids of the establishments whose events are sent; an empty list means all, and is sent as null.</summary>
    public IReadOnlyList<string>? BusinessEstablishments { get; init; }

    /// <summary><c>active</c>, <c>suspended</c> or <c>inactive</c>.</summary>
    public string? Status { get; init; }

    internal JsonObject ToJson()
    {
        var body = new JsonObject();
        Add("name", Name);
        Add("webhookUrl", WebhookUrl);
        Add("apiVersion", ApiVersion);
        Add("topics", Topics is null ? null : new JsonArray([.. Topics.Select(topic => (JsonNode)topic)]));
        if (BusinessEstablishments is { } establishments)
        {
            body["businessEstablishments"] = establishments.Count == 0
                ? null
                : new JsonArray([.. establishments.Select(JsonBody.Reference)]);
        }

        Add("status", Status);
        return body;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }
    }
}
