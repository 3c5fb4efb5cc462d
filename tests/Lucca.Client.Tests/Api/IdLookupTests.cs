using System.Globalization;
using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>Many ids cost few requests, counted at the server, and each gets its own answer.</summary>
public sealed class IdLookupTests
{
    [Fact]
    public async Task Five_hundred_departments_out_of_537_cost_at_most_7_requests()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Departments = 537, Employees = 1 });
        string[] ids = [.. Shuffled(537).Take(500)];
        var found = await FindAsync(test.Client.Departments, ids);
        Assert.Equal(ids, found.Select(one => one.Resource!.Id));
        Assert.InRange(test.ApiRequests.Count, 1, 7);
    }

    [Fact]
    public async Task A_thousand_employees_cost_10_requests()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 1000 });
        string[] ids =
        [
            .. Shuffled(1000).Select(id => (int.Parse(id, CultureInfo.InvariantCulture) + 400).ToString(CultureInfo.InvariantCulture)),
        ];
        var found = await FindAsync(test.Client.Employees, ids);
        Assert.Equal(ids, found.Select(one => one.Resource!.Id));
        Assert.Equal(10, test.ApiRequests.Count);
    }

    [Fact]
    public async Task Two_departments_are_asked_for_one_by_one()
    {
        await using var test = await TestClient.StartAsync();
        await FindAsync(test.Client.Departments, ["3", "2"]);
        Assert.Equal(["/lucca-api/departments/3", "/lucca-api/departments/2"], test.ApiRequests.Select(request => request.Path));
    }

    [Fact]
    public async Task Order_duplicates_and_unknown_ids_stay_in_place()
    {
        await using var test = await TestClient.StartAsync();
        var departments = await FindAsync(test.Client.Departments, ["7", "none", "3", "7", "1"]);
        var employees = await FindAsync(test.Client.Employees, ["407", "none", "403", "407", "4,05"]);
        Assert.Equal(["7", null, "3", "7", "1"], departments.Select(one => one.Resource?.Id));
        Assert.Equal(["407", null, "403", "407", null], employees.Select(one => one.Resource?.Id));
        Assert.Equal(LuccaErrorKind.NotFound, departments[1].Error!.Kind);
        Assert.Contains("'none'", employees[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_no_filter_can_take_do_not_bring_the_whole_list()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test.Client.Employees, ["4,01", "null"]);
        Assert.All(found, one => Assert.NotNull(one.Error));
        Assert.DoesNotContain(test.ApiRequests, request => request.Path == "/lucca-api/employees");
    }

    [Fact]
    public async Task An_id_that_the_filter_refuses_does_not_spoil_the_others()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "id=[^&]*bad", Times = -1, Kind = FaultKind.Status, Status = 400 });
        var found = await FindAsync(test.Client.Employees, ["401", "402", "bad", "403", "404"]);
        Assert.Equal(["401", "402", null, "403", "404"], found.Select(one => one.Resource?.Id));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(20_000)]
    public async Task A_filter_that_is_refused_costs_fewer_than_20_requests_more(int employees)
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = employees });
        test.Server.Faults.Add(new Fault { Path = "[?&]id=", Times = -1, Kind = FaultKind.Status, Status = 400 });
        string[] ids = [.. Enumerable.Range(401, 200).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        var found = await FindAsync(test.Client.Employees, ids);
        Assert.Equal(ids, found.Select(one => one.Resource?.Id));
        Assert.InRange(test.ApiRequests.Count, 1, 219);
        Assert.InRange(test.ApiRequests.Count(request => request.Status == 400), 1, 8);
    }

    [Fact]
    public async Task Nor_do_many_ids_that_the_filter_refuses_each()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 20_000 });
        test.Server.Faults.Add(new Fault { Path = "[?&]id=[^&]*bad", Times = -1, Kind = FaultKind.Status, Status = 400 });
        string[] ids =
        [
            .. Enumerable.Range(0, 100).Select(i => i % 10 == 9 ? $"bad{i}" : (401 + i).ToString(CultureInfo.InvariantCulture)),
        ];
        var found = await FindAsync(test.Client.Employees, ids);
        Assert.Equal(ids.Where((_, i) => i % 10 != 9), found.Where(one => one.Resource is not null).Select(one => one.Resource!.Id));
        Assert.InRange(test.ApiRequests.Count, 1, 119);
    }

    [Fact]
    public async Task Ids_that_the_server_reads_in_its_own_way_are_answered_as_alone()
    {
        await using var test = await TestClient.StartAsync();
        foreach (var path in new[] { "employees", "departments" })
        {
            test.Server.Faults.Add(
                new Fault { Path = path + "/(007|0AB)$", Times = -1, Kind = FaultKind.Replace, Body = """{"id":"7"}""" });
            test.Server.Faults.Add(
                new Fault
                {
                    Path = path + "[?]",
                    Times = -1,
                    Kind = FaultKind.Replace,
                    Body = """{"items":[{"id":"7"},{"id":"8"}],"totalCount":2}""",
                });
        }

        Assert.Equal(["7", "8", null], (await FindAsync(test.Client.Employees, ["007", "8", "404040"])).Select(one => one.Resource?.Id));
        Assert.Equal(["7", "7", "8"], (await FindAsync(test.Client.Employees, ["7", "007", "8"])).Select(one => one.Resource?.Id));
        Assert.Equal(
            ["7", "7", "8", null], (await FindAsync(test.Client.Departments, ["7", "007", "8", "9"])).Select(one => one.Resource?.Id));
    }

    [Fact]
    public async Task Another_than_the_one_asked_for_does_not_take_its_place()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "employees(/405|[?])", Kind = FaultKind.WrongId, Item = 2, Id = "77", Times = -1 });
        test.Server.Faults.Add(new Fault { Path = "departments/5", Kind = FaultKind.WrongId, Id = "77" });
        var employees = await FindAsync(test.Client.Employees, ["403", "404", "405", "406"]);
        var departments = await FindAsync(test.Client.Departments, ["5", "6"]);
        Assert.Equal(["403", "404", null, "406"], employees.Select(one => one.Resource?.Id));
        Assert.Equal([null, "6"], departments.Select(one => one.Resource?.Id));
        Assert.Equal((LuccaErrorKind.BadReply, LuccaErrorKind.BadReply), (employees[2].Error!.Kind, departments[0].Error!.Kind));
        Assert.Contains("'405', but the server sent '77'", employees[2].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_is_ignored_is_given_up_after_a_page()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 1000 });
        test.Server.Faults.Add(
            new Fault
            {
                Path = "[?&]id=",
                Kind = FaultKind.Replace,
                Body = """{"items":[{"id":"9"}],"links":{"next":{"href":"?page=!A"}}}""",
            });
        Assert.Equal(["401", "402"], (await FindAsync(test.Client.Employees, ["401", "402"])).Select(one => one.Resource?.Id));
        Assert.Equal(3, test.ApiRequests.Count);
    }

    [Fact]
    public async Task Null_is_not_sent_among_the_ids()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test.Client.Employees, ["401", "null", "402"]);
        Assert.Equal(["401", null, "402"], found.Select(one => one.Resource?.Id));
        Assert.DoesNotContain(test.ApiRequests, request => request.Query.Contains("null", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task One_that_is_refused_does_not_end_the_batch(int status)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments/1$", Kind = FaultKind.Status, Status = status });
        Assert.Equal([null, "2"], (await FindAsync(test.Client.Departments, ["1", "2"])).Select(one => one.Resource?.Id));
    }

    [Theory]
    [InlineData("employees", "404", "401")]
    [InlineData("departments", "4", "1")]
    public async Task Whoever_a_change_may_hide_is_asked_for_before_being_called_unknown(string path, string hidden, string deleted)
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { MaxPageSize = 3 });
        var first = int.Parse(deleted, CultureInfo.InvariantCulture);
        string[] ids = [.. Enumerable.Range(first, 30).Select(one => one.ToString(CultureInfo.InvariantCulture))];
        test.Server.Faults.Add(new Fault { Path = path + ".*page=", Kind = FaultKind.Change, Delete = $"{path}/{deleted}" });
        string?[] found = path == "employees"
            ? [.. (await FindAsync(test.Client.Employees, ids)).Select(one => one.Resource?.Id)]
            : [.. (await FindAsync(test.Client.Departments, ids)).Select(one => one.Resource?.Id)];
        Assert.Contains(hidden, found);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_not_taken_for_complete()
    {
        await using var test = await TestClient.StartAsync(
            new TenantOptions { Departments = 300, Employees = 1 }, options => options with { MaxRetries = 0 });
        var lookup = test.Client.Departments.Lookup([]);
        string[] ids = [.. Enumerable.Range(201, 100).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        test.Server.Faults.Add(new Fault { Path = "page=", Kind = FaultKind.Status, Status = 500 });
        await Assert.ThrowsAsync<LuccaException>(() => lookup.FindAsync(ids, CancellationToken.None));
        Assert.All(await lookup.FindAsync(ids, CancellationToken.None), one => Assert.NotNull(one.Resource));
    }

    [Fact]
    public async Task Without_a_total_the_list_is_not_searched_any_further()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault
        {
            Path = "^/lucca-api/departments[?]",
            Kind = FaultKind.Status,
            Status = 200,
            Body = """{"items":[{"id":"1"}],"links":{"next":{"href":"https://example.ilucca.net/lucca-api/departments?page=!AB"}}}""",
        });
        var found = await FindAsync(test.Client.Departments, ["1", "2", "3"]);
        Assert.Equal(["1", "2", "3"], found.Select(one => one.Resource!.Id));
        Assert.Equal(3, test.ApiRequests.Count);
    }

    [Fact]
    public async Task What_fails_for_good_leaves_the_answers_before_it()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "departments/2", Times = -1, Kind = FaultKind.Status, Status = 503 });
        var found = await FindAsync(test.Client.Departments, ["1", "2"]);
        Assert.Equal("1", found[0].Resource!.Id);
        Assert.Equal(LuccaErrorKind.Unavailable, found[1].Error!.Kind);
    }

    /// <summary>As the cmdlets do it: a hundred at a time, one lookup for all.</summary>
    private static async Task<IReadOnlyList<Found<T>>> FindAsync<T>(ResourceClient<T> client, string[] ids)
        where T : Resource
    {
        var lookup = client.Lookup([]);
        var found = new List<Found<T>>();
        foreach (var batch in ids.Chunk(IdLookup<T>.BatchSize))
        {
            found.AddRange(await lookup.FindAsync(batch, CancellationToken.None));
        }

        return found;
    }

    private static string[] Shuffled(int count)
    {
        string[] ids = [.. Enumerable.Range(1, count).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        new Random(537).Shuffle(ids);
        return ids;
    }
}
