using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>A list that lies is an error or the right list: never an endless one, never a short one in silence.</summary>
public sealed class LyingListTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"items":null}""")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[{"id":"1"}""")]
    [InlineData("""{"items":[],"totalCount":"many"}""")]
    [InlineData("""{"items":[],"links":{"next":"elsewhere"}}""")]
    [InlineData("""{"items":[{"id":"1"}]} {"items":[]}""")]
    [InlineData("""{"items":[{"id":"1"}]}]""")]
    [InlineData("""{"items":[],"links":{"next":{"href":""}}}""")]
    [InlineData("""{"items":[],"links":{"next":{"href":"/lucca-api/departments?limit=5"}}}""")]
    [InlineData("""{"items":[],"links":{"next":{"href":"/lucca-api/departments?page="}}}""")]
    public async Task A_page_that_is_none_is_a_bad_reply(string body)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = body });
        Assert.Equal(LuccaErrorKind.BadReply, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentIdsAsync())).Kind);
        Assert.Single(test.ApiRequests);
    }

    [Theory]
    [InlineData("null", null, "Item 1")]
    [InlineData("5", null, "Item 1")]
    [InlineData("""{"name":"x"}""", null, "Item 1")]
    [InlineData("""{"id":"7","level":"high"}""", "7", "'level'")]
    [InlineData("""{"id":"7","parent":{"type":"department"}}""", "7", "'parent'")]
    public async Task A_malformed_item_is_named_and_the_others_come(string json, string? id, string said)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = FaultKind.Replace, Body = $$"""{"items":[{"id":"1"},{{json}},{"id":"2"}]}""" });
        await foreach (var page in test.Client.Departments.PagesAsync([], ListWindow.All, [], default))
        {
            var malformed = new List<MalformedItem>();
            Assert.Equal(["1", "2"], page.Items(malformed.Add).Select(item => item.Id));
            var item = Assert.Single(malformed);
            Assert.Equal(id, item.Id);
            Assert.Equal(LuccaErrorKind.BadReply, item.ToError().Kind);
            Assert.Contains(said, item.ToError().Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_that_go_in_a_cycle_are_a_bad_reply()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            Page("page=%21A", "2", "?page=!B"), Page("page=%21B", "3", "?page=!A"), Page("departments", "1", "?page=!A"));
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentIdsAsync());
        Assert.Equal(LuccaErrorKind.BadReply, error.Kind);
        Assert.Contains("never end", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, test.ApiRequests.Count);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_is_the_last()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(Page("page=%21A", "2", "?page=!A"), Page("departments", "1", "?page=!A"));
        Assert.Equal(["1", "2"], await test.DepartmentIdsAsync());
    }

    [Fact]
    public async Task Empty_pages_without_end_are_a_bad_reply()
    {
        await using var test = await TestClient.StartAsync();
        for (var page = 0; page < 100; page++)
        {
            test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = Json("", $"?page=!{page}") });
        }

        Assert.Equal(LuccaErrorKind.BadReply, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentIdsAsync())).Kind);
        Assert.InRange(test.ApiRequests.Count, 2, 25);
    }

    [Fact]
    public async Task Empty_pages_in_a_row_are_counted_and_no_others()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add([.. Enumerable.Range(1, 40).Select(page => new Fault
        {
            Path = "departments",
            Kind = FaultKind.Replace,
            Body = Json(page is 20 or 40 ? $$"""{"id":"{{page}}"}""" : "", page == 40 ? null : $"?page=!{page}"),
        })]);
        Assert.Equal(["20", "40"], await test.DepartmentIdsAsync());
    }

    [Theory]
    [InlineData("?page=!A%2B")]
    [InlineData("?page=%21A%2B")]
    public async Task A_cursor_is_sent_back_as_it_is_however_the_link_spells_it(string next)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(Page("page=%21A%2B(&|$)", "2", null), Page("departments", "1", next));
        Assert.Equal(["1", "2"], await test.DepartmentIdsAsync());
    }

    [Fact]
    public async Task A_cursor_no_server_could_take_is_a_bad_reply()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(Page("departments", "1", "?page=" + new string('x', 100_000)));
        Assert.Equal(LuccaErrorKind.BadReply, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentIdsAsync())).Kind);
    }

    [Fact]
    public async Task A_next_page_elsewhere_is_asked_for_here()
    {
        await using var test = await TestClient.StartAsync();
        await using var elsewhere = await EmulatorServer.StartAsync();
        test.Server.Faults.Add(Page("page=2", "2", null), Page("departments", "1", $"{elsewhere.Address}lucca-api/departments?page=2"));
        Assert.Equal(["1", "2"], await test.DepartmentIdsAsync());
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Ids_that_occur_twice_come_once()
    {
        await using var test = await TestClient.StartAsync();
        const string twice = """{"items":[{"id":"1","name":"first"},{"id":"1","name":"second"},{"id":"2"},{"id":"3"}],"totalCount":-7}""";
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = twice, Times = 2 });
        Assert.Equal(["1", "2", "3"], await test.DepartmentIdsAsync());
        var found = await test.Client.Departments.Lookup([]).FindAsync(["3", "1", "2", "1"], default);
        Assert.Equal(["3", "first", "2", "first"], found.Select(one => one.Resource!.Name ?? one.Resource.Id));
    }

    [Fact]
    public async Task A_lookup_whose_list_failed_does_not_call_ids_unknown()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Status, Status = 503 });
        var lookup = test.Client.Departments.Lookup([]);
        await Assert.ThrowsAsync<LuccaException>(() => lookup.FindAsync(["1", "2", "3", "4"], default));
        Assert.All(await lookup.FindAsync(["1", "2", "3", "4"], default), one => Assert.NotNull(one.Resource));
    }

    private static Fault Page(string path, string id, string? next) => new()
    {
        Path = path,
        Kind = FaultKind.Replace,
        Times = -1,
        Body = Json($$"""{"id":"{{id}}"}""", next),
    };

    private static string Json(string items, string? next) =>
        "{\"items\":[" + items + "],\"links\":{\"next\":" + (next is null ? "null" : "{\"href\":\"" + next + "\"}") + "}}";
}
