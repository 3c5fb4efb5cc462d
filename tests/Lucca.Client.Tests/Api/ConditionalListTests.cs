using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>
/// A condition on a list is kept where its tag stands for all that is wanted, and refused where it does not: it is never left out.
/// </summary>
public sealed class ConditionalListTests
{
    [Fact]
    public async Task A_page_that_is_still_good_does_not_come()
    {
        await using var test = await TestClient.StartAsync();
        var tag = await test.Client.SendAsync(
            LuccaRequest.Get("departments") with { Scope = "departments.readonly", Query = new QueryParameters { { "limit", "5" } } },
            (response, _) => Task.FromResult(response.ETag),
            default);
        Assert.Empty(await ReadAsync(test, new ListWindow(First: 5), new ReadOptions { IfNoneMatch = tag }));
        Assert.Equal(5, (await ReadAsync(test, new ListWindow(First: 5), new ReadOptions { IfNoneMatch = "W/\"other\"" })).Count);
        Assert.Equal(5, (await ReadAsync(test, new ListWindow(First: 5), new ReadOptions { IfMatch = tag })).Count);
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => ReadAsync(test, new ListWindow(First: 5), new ReadOptions { IfMatch = "W/\"other\"" }));
        Assert.Equal(LuccaErrorKind.PreconditionFailed, error.Kind);
    }

    [Fact]
    public async Task The_first_page_alone_has_the_condition()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Replace,
                Body = """{"items":[{"id":"1"}],"links":{"next":{"href":"?page=!A"}}}""",
            },
            new Fault { Path = "departments", Kind = FaultKind.Replace, Body = """{"items":[{"id":"2"}]}""" });
        await ReadAsync(test, new ListWindow(First: 3), new ReadOptions { IfNoneMatch = "W/\"x\"" });
        Assert.True(test.ApiRequests[0].Headers.ContainsKey("If-None-Match"));
        Assert.False(test.ApiRequests[1].Headers.ContainsKey("If-None-Match"));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(0, 101)]
    [InlineData(1, 100)]
    public async Task A_list_of_several_pages_has_no_tag(int skip, int? first)
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => ReadAsync(test, new ListWindow((ulong)skip, (ulong?)first), new ReadOptions { IfNoneMatch = "W/\"x\"" }));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.Empty(test.Server.Requests);
    }

    private static async Task<List<Department>> ReadAsync(TestClient test, ListWindow window, ReadOptions options)
    {
        var items = new List<Department>();
        await foreach (var page in test.Client.Departments.PagesAsync([], window, options, keep: null, default))
        {
            items.AddRange(page.Whole());
        }

        return items;
    }
}
