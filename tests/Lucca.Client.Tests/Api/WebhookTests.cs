using System.Net;
using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>What is written of webhooks, as the server sees it.</summary>
public sealed class WebhookTests
{
    private static readonly WebhookEndpointSettings Settings = new()
    {
        Name = "Paie",
        WebhookUrl = "https://hooks.example.com/paie",
        ApiVersion = "2024-11-01",
        Topics = ["employee.created", "ping"],
        BusinessEstablishments = ["1", "3"],
    };

    [Fact]
    public async Task A_new_endpoint_brings_its_secret_and_shows_it_nowhere()
    {
        await using var test = await TestClient.StartAsync();
        var endpoint = await test.Client.Webhooks.CreateEndpointAsync(Settings, CancellationToken.None);
        var secret = new NetworkCredential("", endpoint!.Secret).Password;
        Assert.NotEmpty(secret);
        Assert.NotNull(endpoint.ETag);
        Assert.Equal("inactive", endpoint.Status);
        Assert.DoesNotContain(secret, test.NotesText(), StringComparison.Ordinal);
        Assert.Null(
            (await test.Client.Of(Resources.WebhookEndpoints).GetAsync(endpoint.Id, ReadOptions.Default, CancellationToken.None))!.Secret);
        Assert.Equal(
            """{"name":"Paie","webhookUrl":"https://hooks.example.com/paie","apiVersion":"2024-11-01","topics":"""
            + """["employee.created","ping"],"businessEstablishments":[{"id":"1"},{"id":"3"}]}""",
            test.ApiRequests[0].Json);
        Assert.Equal("webhook-endpoints.readwrite", test.TokenRequests[0].Form!["scope"]);
    }

    [Fact]
    public async Task A_lost_response_to_a_creation_does_not_make_a_second_endpoint()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Method = "POST", Path = "webhook-endpoints", Kind = FaultKind.Status, Status = 500 });
        await Assert.ThrowsAsync<LuccaException>(() => test.Client.Webhooks.CreateEndpointAsync(Settings, CancellationToken.None));
        Assert.Single(test.ApiRequests);
    }

    [Fact]
    public async Task A_change_sends_what_is_named_and_nothing_else()
    {
        await using var test = await TestClient.StartAsync();
        var changed = await test.Client.Webhooks.UpdateEndpointAsync(
            "2", new WebhookEndpointSettings { Status = "active", BusinessEstablishments = [] }, null, CancellationToken.None);
        Assert.Equal(("active", "Lohnabrechnung"), (changed!.Status, changed.Name));
        Assert.Null(changed.BusinessEstablishments);
        Assert.Equal("""{"businessEstablishments":null,"status":"active"}""", test.ApiRequests[0].Json);
        Assert.Equal("PATCH", test.ApiRequests[0].Method);
    }

    [Fact]
    public async Task Another_endpoint_than_the_changed_one_is_no_response_to_a_change()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Method = "PATCH", Path = "webhook-endpoints", Kind = FaultKind.WrongId, Id = "77" });
        var wrong = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Webhooks.UpdateEndpointAsync(
            "2", new WebhookEndpointSettings { Name = "Neu" }, null, CancellationToken.None));
        Assert.Equal(LuccaErrorKind.BadReply, wrong.Kind);
        Assert.Single(test.ApiRequests);
    }

    [Fact]
    public async Task A_change_of_what_has_changed_meanwhile_is_refused()
    {
        await using var test = await TestClient.StartAsync();
        var settings = new WebhookEndpointSettings { Name = "Neu" };
        var refused = await Assert.ThrowsAsync<LuccaException>(
            () => test.Client.Webhooks.UpdateEndpointAsync("2", settings, "W/\"old\"", CancellationToken.None));
        Assert.Equal(LuccaErrorKind.PreconditionFailed, refused.Kind);
    }

    [Fact]
    public async Task A_ping_names_the_endpoint_in_the_query_and_in_the_body()
    {
        await using var test = await TestClient.StartAsync();
        var delivery = await test.Client.Webhooks.PingAsync("1", CancellationToken.None);
        Assert.Equal("1", delivery!.WebhookEndpoint!.Id);
        Assert.Equal("POST /lucca-api/webhook-deliveries?webhookEndpoint.id=1&event.topic=ping", test.ApiRequests[0].ToString());
        Assert.Equal("""{"webhookEndpoint":{"id":"1"}}""", test.ApiRequests[0].Json);
        Assert.Equal("webhook-deliveries.readwrite", test.TokenRequests[^1].Form!["scope"]);
    }

    [Fact]
    public async Task An_event_is_sent_once_more_to_the_endpoint_of_query_and_body()
    {
        await using var test = await TestClient.StartAsync();
        var delivery = await test.Client.Webhooks.RedeliverAsync("303", "3", CancellationToken.None);
        Assert.Equal("303", delivery!.Event!.Id);
        Assert.Equal("?webhookEndpoint.id=3", test.ApiRequests[0].Query);
        Assert.Equal("""{"event":{"id":"303"},"webhookEndpoint":{"id":"3"}}""", test.ApiRequests[0].Json);
    }
}
