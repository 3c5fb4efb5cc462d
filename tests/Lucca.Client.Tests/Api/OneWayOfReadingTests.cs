using System.Net;
using System.Text.Json;
using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>Whatever brings a resource, it keeps its JSON, its links and the connection that it came from.</summary>
public sealed class OneWayOfReadingTests
{
    private const string FileJson =
        """{"id":"2face165-5345-4cf3-ab05-5421a6b19df2","type":"file","fileName":"pic.jpg","links":"""
        + """{"self":{"href":"https://example.ilucca.net/x"}}}""";

    private static readonly WebhookEndpointSettings Settings = new()
    {
        Name = "Paie",
        WebhookUrl = "https://hooks.example.com/paie",
        ApiVersion = "2024-11-01",
        Topics = ["ping"],
    };

    [Fact]
    public async Task A_file_that_is_read()
    {
        await using var test = await StartAsync("GET", "/files/", FileJson);
        var address = FileAddress.Parse(
            new LinkUri(new Uri(test.Server.Address, "/lucca-api/files/2face165-5345-4cf3-ab05-5421a6b19df2?token=t0p").ToString()),
            test.Server.Address);
        Check(test, await test.Client.Files.GetAsync(address, new ReadOptions { Include = ["links"] }, default), FileJson);
    }

    [Fact]
    public async Task A_file_that_is_uploaded()
    {
        await using var test = await StartAsync("POST", "/files", FileJson);
        Check(
            test,
            await test.Client.Files.UploadAsync(
                new UploadSource("pic.jpg", "image/jpeg", 3, () => new MemoryStream([1, 2, 3])), ReadOptions.Default, default),
            FileJson);
    }

    [Fact]
    public async Task An_endpoint_that_is_changed()
    {
        const string Json = """{"id":"2","type":"webhook-endpoint","links":{"self":{"href":"https://example.ilucca.net/x"}}}""";
        await using var test = await StartAsync("PATCH", "webhook-endpoints", Json);
        Check(test, await test.Client.Webhooks.UpdateEndpointAsync("2", Settings, null, default), Json);
    }

    [Fact]
    public async Task A_delivery_that_is_asked_for()
    {
        const string Json = """{"id":"9","type":"webhook-delivery","links":{"self":{"href":"https://example.ilucca.net/x"}}}""";
        await using var test = await StartAsync("POST", "webhook-deliveries", Json);
        Check(test, await test.Client.Webhooks.PingAsync("2", default), Json);
    }

    [Fact]
    public async Task A_new_endpoint_but_for_its_secret()
    {
        await using var test = await TestClient.StartAsync();
        var endpoint = (await test.Client.Webhooks.CreateEndpointAsync(Settings, default))!;
        var json = endpoint.ToJson();
        Assert.DoesNotContain(new NetworkCredential("", endpoint.Secret).Password, json, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(
            (endpoint.Id, "***"),
            (document.RootElement.GetProperty("id").GetString(), document.RootElement.GetProperty("secret").GetString()));
    }

    private static async Task<TestClient> StartAsync(string method, string path, string body)
    {
        var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Method = method, Path = path, Kind = FaultKind.Replace, Body = body });
        return test;
    }

    private static void Check(TestClient test, Resource? resource, string json)
    {
        Assert.Equal(json, resource!.ToJson());
        Assert.Same(test.Transport, Transport.ThatBrought(resource));
        Assert.Same(test.Transport, Transport.ThatBrought(resource.Links!["self"]!));
        Assert.Same(test.Transport, Transport.ThatBrought(resource.Links["self"]!.Href!));
    }
}
