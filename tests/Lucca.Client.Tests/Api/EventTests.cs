using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>Events that the API cannot filter are kept or left out here, and come as CloudEvents when asked.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task The_window_is_one_of_the_events_that_are_kept()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { MaxPageSize = 4 });
        var ids = new List<string>();
        var pages = test.Client.Of(Resources.Events).PagesAsync(
            [],
            new ListWindow(Skip: 1, First: 3, WithTotal: true),
            ReadOptions.Default,
            one => one.Topic == "employee.created",
            default);
        await foreach (var page in pages)
        {
            Assert.Null(page.TotalCount);
            ids.AddRange(page.Whole().Select(one => one.Id));
        }

        Assert.Equal(["305", "309", "313"], ids);
        Assert.Equal(4, test.ApiRequests.Count);
    }

    [Fact]
    public async Task CloudEvents_are_asked_for_by_their_media_type_page_after_page()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { MaxPageSize = 12 });
        Assert.Equal(30, (await CloudEventsAsync(test)).Distinct().Count());
        Assert.Equal(
            ["?limit=100&page=1", "?limit=100&page=2", "?limit=100&page=3", "?limit=100&page=4"],
            test.ApiRequests.Select(request => request.Query));
        Assert.All(test.ApiRequests, request => Assert.Equal("application/cloudevents-batch+json", request.Headers["Accept"][0]));
        Assert.Equal("events.readonly", test.TokenRequests[0].Form!["scope"]);
    }

    [Fact]
    public async Task A_server_that_knows_no_pages_of_them_is_asked_twice()
    {
        await using var test = await TestClient.StartAsync();
        const string Batch = """[{"id":"a","type":"ping"},{"id":"b","type":"ping"}]""";
        test.Server.Faults.Add(
            new Fault
            {
                Path = "events",
                Kind = FaultKind.Replace,
                Body = Batch,
                ContentType = "application/cloudevents-batch+json; charset=utf-8",
                Times = -1,
            });
        Assert.Equal(["a", "b"], await CloudEventsAsync(test));
        Assert.Equal(2, test.ApiRequests.Count);
    }

    [Fact]
    public async Task A_server_that_has_no_CloudEvents_is_a_bad_reply()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "events", Kind = FaultKind.Replace, Body = """{"items":[]}""" });
        Assert.Equal(LuccaErrorKind.BadReply, (await Assert.ThrowsAsync<LuccaException>(() => CloudEventsAsync(test))).Kind);
    }

    private static async Task<List<string>> CloudEventsAsync(TestClient test)
    {
        var ids = new List<string>();
        await foreach (var page in test.Client.CloudEvents.PagesAsync([], default))
        {
            ids.AddRange(page.Select(one => one.GetProperty("id").GetString()!));
        }

        return ids;
    }
}
