using System.Globalization;
using Lucca.Api;
using Lucca.Emulator;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>A filter of any number of values brings the one list that it means, in its order, each item once.</summary>
public sealed class ManyValuesTests
{
    private const string ByDepartment = "applicableJobPosition.department.id";

    private static readonly TenantOptions Tenant = new() { Departments = 250, Employees = 700 };

    [Theory]
    [InlineData("id", 0, null)]
    [InlineData("-id", 0, null)]
    [InlineData(null, 95, 120)]
    [InlineData("-id", 130, 7)]
    [InlineData(null, 0, 0)]
    [InlineData(null, 690, 500)]
    [InlineData(null, 5000, 5)]
    public async Task The_window_is_that_of_one_list(string? sort, int skip, int? first)
    {
        await using var test = await TestClient.StartAsync(Tenant);
        var window = new ListWindow((ulong)skip, (ulong?)first, WithTotal: true);
        var (expected, total) = await ReadAsync(test, sort is null ? [] : new QueryParameters { { "sort", sort } }, window);
        var query = new QueryParameters { { ByDepartment, Numbers(1, 250) }, { "sort", sort is null ? null : [sort] } };
        var (ids, count) = await ReadAsync(test, query, window);
        Assert.Equal(expected, ids);
        Assert.Equal(total, count);
        Assert.DoesNotContain(test.ApiRequests, request => request.Status == 400);
    }

    [Fact]
    public async Task No_list_is_read_further_than_needed()
    {
        await using var test = await TestClient.StartAsync(Tenant);
        await ReadAsync(test, new QueryParameters { { ByDepartment, Numbers(1, 250) } }, new ListWindow(First: 5));
        Assert.Equal(3, test.ApiRequests.Count);
        Assert.All(test.ApiRequests, request => Assert.Contains("limit=5&", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_given_twice_and_items_that_match_twice_come_once()
    {
        await using var test = await TestClient.StartAsync(Tenant);
        var (ids, _) = await ReadAsync(
            test, new QueryParameters { { ByDepartment, [.. Numbers(1, 250), .. Numbers(1, 250)] } }, ListWindow.All);
        Assert.Equal(700, ids.Distinct().Count());
        Assert.Equal(700, ids.Count);
        Assert.Equal(3 * 3, test.ApiRequests.Count, tolerance: 3);
    }

    [Fact]
    public async Task Two_filters_are_both_kept()
    {
        await using var test = await TestClient.StartAsync(Tenant);
        string[] ids = Numbers(401, 150);
        var (all, _) = await ReadAsync(test, new QueryParameters { { ByDepartment, Numbers(1, 250) }, { "id", ids } }, ListWindow.All);
        Assert.Equal(ids, all);
    }

    [Fact]
    public async Task Long_values_do_not_make_a_head_that_is_refused()
    {
        await using var test = await TestClient.StartAsync();
        var email = (await test.Client.Employees.GetAsync("401", ReadOptions.Default, default))!.Email!;
        string[] emails =
        [
            .. Enumerable.Range(0, 99).Select(i => $"somebody.with.a.long.name.{i}@a-department.of.a-subsidiary.example.com"), email,
        ];
        var (ids, _) = await ReadAsync(test, new QueryParameters { { "email", emails } }, ListWindow.All);
        Assert.Equal(["401"], ids);
    }

    [Fact]
    public async Task An_order_that_cannot_be_put_together_is_refused_unsent()
    {
        await using var test = await TestClient.StartAsync();
        var query = new QueryParameters { { ByDepartment, Numbers(1, 150) }, { "sort", "familyName" } };
        var error = await Assert.ThrowsAsync<LuccaException>(() => ReadAsync(test, query, ListWindow.All));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.Contains("familyName", error.Message, StringComparison.Ordinal);
        Assert.Empty(test.Server.Requests);
    }

    [Fact]
    public async Task So_is_what_has_none_of_the_values()
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => ReadAsync(test, new QueryParameters { { "-" + ByDepartment, Numbers(1, 150) } }, ListWindow.All));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.Empty(test.Server.Requests);
    }

    private static string[] Numbers(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(id => id.ToString(CultureInfo.InvariantCulture))];

    private static async Task<(List<string> Ids, long? Total)> ReadAsync(TestClient test, QueryParameters query, ListWindow window)
    {
        var (ids, total) = (new List<string>(), (long?)null);
        await foreach (var page in test.Client.Employees.PagesAsync(query, window, [], default))
        {
            ids.AddRange(page.Whole().Select(item => item.Id));
            total ??= page.TotalCount;
        }

        return (ids, total);
    }
}
