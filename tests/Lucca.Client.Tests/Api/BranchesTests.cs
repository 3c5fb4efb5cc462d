using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>What is below departments and managers, and who was employed on a day: whole, and it ends.</summary>
public sealed class BranchesTests
{
    [Fact]
    public async Task Everybody_below_a_manager_is_found_in_twelve_hundred()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Departments = 40, Employees = 1200 });
        var people = await AllAsync(test.Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], default));
        var above = people.ToDictionary(one => one.Id, one => one.JobPosition?.Manager?.Id);
        var top = people.Single(one => above[one.Id] is null).Id;
        var before = test.ApiRequests.Count;
        var below = await Branches.OfManagersAsync(test.Client, [top], default);
        Assert.Equal(people.Select(one => one.Id).Order(), below.Order());
        Assert.InRange(test.ApiRequests.Count - before, 13, 36);
    }

    [Fact]
    public async Task A_cycle_of_managers_ends()
    {
        await using var test = await TestClient.StartAsync();
        foreach (var (manager, managed) in new[] { ("900", "901"), ("901", "902"), ("902", "900") })
        {
            test.Server.Faults.Add(new Fault
            {
                Path = $"manager.id={manager}&",
                Kind = FaultKind.Status,
                Status = 200,
                Body = $$$"""{"items":[{"id":"{{{managed}}}"}],"links":{"next":null}}""",
            });
        }

        Assert.Equal(["900", "901", "902"], await Branches.OfManagersAsync(test.Client, ["900"], default));
        Assert.Equal(3, test.ApiRequests.Count);
    }

    [Fact]
    public async Task Departments_below_several_come_once_and_those_that_are_not_seen_stay()
    {
        await using var test = await TestClient.StartAsync();
        var all = await AllAsync(test.Client.Departments.PagesAsync([], ListWindow.All, [], default));
        var expected = new DepartmentTree(all).Nodes("32").Select(node => node.Id).Append("9999");
        Assert.Equal(expected.Order(), (await Branches.OfDepartmentsAsync(test.Client, ["34", "32", "9999"], default)).Order());
    }

    [Fact]
    public async Task A_malformed_department_is_an_error()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = FaultKind.Status, Status = 200,
                Body = """{"items":[{"id":"33","level":"deep"}],"links":{"next":null}}""" });
        var failure = await Assert.ThrowsAsync<LuccaException>(() => Branches.OfDepartmentsAsync(test.Client, ["32"], default));
        Assert.NotNull(failure.List);
    }

    [Theory]
    [InlineData(2022, 6, 30)]
    [InlineData(2026, 11, 28)]
    public async Task Who_was_employed_on_a_day_is_who_had_a_contract(int year, int month, int day)
    {
        await using var test = await TestClient.StartAsync();
        var on = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var contracts = await AllAsync(test.Client.Of(Resources.Employments).PagesAsync([], ListWindow.All, [], default));
        var expected =
            contracts.Where(one => one.StartsOn <= on && (one.EndsOn is null || one.EndsOn >= on)).Select(
                one => one.Employee!.Id).Distinct();
        Assert.Equal(expected.Order(), (await EmployedPeople.OnAsync(test.Client, DateOnly.FromDateTime(on), [], default)).Order());
        Assert.Equal(["416"], await EmployedPeople.OnAsync(test.Client, DateOnly.FromDateTime(on), ["416"], default));
    }

    [Fact]
    public async Task An_employment_of_nobody_is_an_error()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "employments", Kind = FaultKind.Status, Status = 200,
                Body = """{"items":[{"id":"1"}],"links":{"next":null}}""" });
        var failure =
            await Assert.ThrowsAsync<LuccaException>(() => EmployedPeople.OnAsync(test.Client, new DateOnly(2026, 11, 28), [], default));
        Assert.Equal(LuccaErrorKind.BadReply, failure.Kind);
        Assert.NotNull(failure.List);
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<Page<T>> pages)
        where T : Resource
    {
        var all = new List<T>();
        await foreach (var page in pages)
        {
            all.AddRange(page.Whole());
        }

        return all;
    }
}
