using Lucca.Api;
using Lucca.Emulator;
using Xunit;

namespace Lucca.Client.Tests.Basics;

public sealed class PagingTests
{
    public static TheoryData<int, bool> Servers => new() { { 100, true }, { 25, false }, { 7, true }, { 7, false }, { 1, false } };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_window_is_exact_whatever_the_size_of_the_pages(int pageSize, bool linksKeepQuery)
    {
        await using var test = await TestClient.StartAsync(
            new TenantOptions { Departments = 60, MaxPageSize = pageSize, NextLinkKeepsQuery = linksKeepQuery });
        var all = await IdsAsync(test, ListWindow.All);
        Assert.Equal(60, all.Distinct().Count());
        Assert.Equal(all[5..17], await IdsAsync(test, new ListWindow(Skip: 5, First: 12)));
        Assert.Equal(all[..59], await IdsAsync(test, new ListWindow(First: 59)));
        Assert.Equal(all[59..], await IdsAsync(test, new ListWindow(Skip: 59, First: 10)));
        Assert.Empty(await IdsAsync(test, new ListWindow(Skip: 500, First: 1)));
    }

    [Fact]
    public async Task Filters_are_sent_again_with_each_cursor()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { MaxPageSize = 2, NextLinkKeepsQuery = false });
        var pages = test.Client.Departments.PagesAsync(new() { { "isArchived", "false" } }, ListWindow.All, [], default);
        var departments = new List<Department>();
        await foreach (var page in pages)
        {
            departments.AddRange(page.Whole());
        }

        Assert.NotEmpty(departments);
        Assert.All(departments, department => Assert.False(department.IsArchived));
        Assert.True(test.ApiRequests.Count > 1, "The list came in one page.");
        Assert.All(test.ApiRequests, request => Assert.Contains("isArchived=false", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Few_items_cost_one_small_page_and_a_hundred_cost_one_request()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Departments = 250 });
        Assert.Equal(3, (await IdsAsync(test, new ListWindow(First: 3))).Count);
        Assert.Contains("limit=3", Assert.Single(test.ApiRequests).Query, StringComparison.Ordinal);
        test.Server.Requests.Clear();
        Assert.Equal(120, (await IdsAsync(test, new ListWindow(First: 120))).Count);
        Assert.Equal(2, test.ApiRequests.Count);
    }

    [Fact]
    public async Task The_total_is_asked_for_once_and_alone_costs_no_items()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Departments = 250 });
        var totals = new List<long?>();
        await foreach (var page in test.Client.Departments.PagesAsync([], new ListWindow(WithTotal: true), [], default))
        {
            totals.Add(page.TotalCount);
        }

        Assert.Equal([250L, null, null], totals);
        test.Server.Requests.Clear();
        await foreach (var page in test.Client.Departments.PagesAsync([], new ListWindow(First: 0, WithTotal: true), [], default))
        {
            Assert.Equal(250, page.TotalCount);
            Assert.Empty(page.Whole());
        }

        Assert.Contains("limit=0", Assert.Single(test.ApiRequests).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_stay_away_from_items_unless_asked_for()
    {
        await using var test = await TestClient.StartAsync();
        await foreach (var page in test.Client.Departments.PagesAsync([], new ListWindow(First: 2), [], default))
        {
            Assert.All(page.Whole(), department => Assert.Null(department.Links));
        }

        await foreach (var page in test.Client.Departments.PagesAsync([], new ListWindow(First: 2), ["links"], default))
        {
            Assert.All(page.Whole(), department => Assert.NotNull(department.Links));
        }
    }

    private static async Task<List<string>> IdsAsync(TestClient test, ListWindow window)
    {
        var ids = new List<string>();
        await foreach (var page in test.Client.Departments.PagesAsync([], window, [], default))
        {
            ids.AddRange(page.Whole().Select(department => department.Id));
        }

        return ids;
    }
}
