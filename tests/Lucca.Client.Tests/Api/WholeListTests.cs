using System.Globalization;
using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>A list is over when the server says so and the count agrees; else it is an error that says how much of it had come.</summary>
public sealed class WholeListTests
{
    private const string Second = "^/lucca-api/employees.*page=";

    private static readonly TenantOptions Tenant = new() { Employees = 250 };

    [Fact]
    public async Task A_whole_list_costs_its_pages_alone_and_the_total_comes_with_the_first()
    {
        await using var test = await TestClient.StartAsync(Tenant);
        Assert.Equal(250, (await ReadAsync(test)).Ids.Count);
        Assert.Equal(
            [true, false, false], test.ApiRequests.Select(request => request.Query.Contains("totalCount", StringComparison.Ordinal)));
    }

    public static TheoryData<Fault, LuccaErrorKind, int> Endings => new()
    {
        { new Fault { Path = Second, Kind = FaultKind.Status, Status = 500 }, LuccaErrorKind.Unavailable, 100 },
        { new Fault { Path = Second, Kind = FaultKind.Status, Status = 403 }, LuccaErrorKind.Forbidden, 100 },
        { new Fault { Path = Second, Kind = FaultKind.Cut, Bytes = 500 }, LuccaErrorKind.Incomplete, 100 },
        { new Fault { Path = Second, Kind = FaultKind.BadJson }, LuccaErrorKind.BadReply, 100 },
        { new Fault { Path = Second, Kind = FaultKind.LastPage }, LuccaErrorKind.Incomplete, 200 },
        { new Fault { Path = Second, Kind = FaultKind.SelfLink }, LuccaErrorKind.Incomplete, 200 },
        { new Fault { Path = Second, Kind = FaultKind.MissingLinks }, LuccaErrorKind.Incomplete, 200 },
        { new Fault { Path = "/employees", Kind = FaultKind.WrongTotal, Total = 300, Times = -1 }, LuccaErrorKind.Incomplete, 250 },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_list_that_breaks_off_says_how_much_had_come(Fault fault, LuccaErrorKind kind, int received)
    {
        await using var test = await TestClient.StartAsync(
            new TenantOptions { Employees = 250 }, options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(fault);
        var (ids, error) = await FailAsync(test);
        var total = fault.Kind == FaultKind.WrongTotal ? 300 : 250;
        Assert.Equal((kind, (received, total)), (error.Kind, error.List));
        Assert.EndsWith(
            string.Create(CultureInfo.InvariantCulture, $"{received} of {total} items of the list had arrived."), error.Message,
                StringComparison.Ordinal);
        Assert.Equal(received, ids.Count);
    }

    [Fact]
    public async Task Where_the_count_falls_short_the_total_is_asked_for_once_more_and_nothing_else()
    {
        await using var test = await TestClient.StartAsync(Tenant);
        test.Server.Faults.Add(new Fault { Path = Second, Kind = FaultKind.LastPage });
        await FailAsync(test, new() { { "sort", "id" } });
        Assert.Equal(3, test.ApiRequests.Count);
        Assert.Contains("limit=0&include=totalCount", test.ApiRequests[2].Query, StringComparison.Ordinal);
        Assert.Contains("sort=id", test.ApiRequests[2].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_does_not_explain_more_than_itself()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 250 });
        test.Server.Faults.Add(new Fault { Path = Second, Kind = FaultKind.LastPage, Delete = "employees/500" });
        Assert.Equal(LuccaErrorKind.Incomplete, (await FailAsync(test)).Error.Kind);
    }

    [Theory]
    [InlineData("employees/405", null, 249)]
    [InlineData(null, "employees/7", 250)]
    [InlineData("employees/405", "employees/7", 249)]
    [InlineData(null, "employees/9999", 251)]
    public async Task A_list_that_changes_while_it_is_read_brings_nobody_twice_and_says_so_once(
        string? deleted, string? inserted, int received)
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 250 });
        test.Server.Faults.Add(new Fault { Path = Second, Kind = FaultKind.Change, Delete = deleted, Insert = inserted });
        var (ids, warnings) = await ReadAsync(test);
        var hasChangedUnseen = deleted is not null && inserted is not null;
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(hasChangedUnseen ? 250 : received, ids.Count);
        Assert.Equal(
            hasChangedUnseen ? 0 : 1, warnings.Count(text => text.Contains("changed while it was read", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_total_that_falls_while_the_list_is_read_is_a_change_too()
    {
        await using var test = await TestClient.StartAsync(Tenant);
        test.Server.Faults.Add(new Fault { Path = "/employees", Kind = FaultKind.WrongTotal, Total = 253 });
        var (ids, warnings) = await ReadAsync(test);
        Assert.Equal((250, 1), (ids.Count, warnings.Count));
        Assert.Equal(4, test.ApiRequests.Count);
    }

    [Fact]
    public async Task What_is_not_wanted_needs_no_proof()
    {
        await using var test = await TestClient.StartAsync(Tenant);
        test.Server.Faults.Add(new Fault { Path = Second, Kind = FaultKind.SelfLink });
        Assert.Equal(200, (await ReadAsync(test, window: new ListWindow(First: 200))).Ids.Count);
        Assert.Equal(2, test.ApiRequests.Count);
    }

    [Theory]
    [InlineData(FaultKind.MissingLinks)]
    [InlineData(FaultKind.SelfLink)]
    public async Task A_last_page_that_is_full_is_the_last_where_the_count_agrees(FaultKind kind)
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 200 });
        test.Server.Faults.Add(new Fault { Path = Second, Kind = kind });
        Assert.Equal(200, (await ReadAsync(test)).Ids.Count);
        Assert.Equal(2, test.ApiRequests.Count);
    }

    [Fact]
    public async Task A_first_page_that_names_itself_ends_the_list_where_it_is_not_full()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "/departments", Kind = FaultKind.SelfLink, Times = -1 });
        Assert.Equal(40, (await ReadAsync(test, Resources.Departments)).Ids.Count);
    }

    [Fact]
    public async Task A_list_in_parts_is_whole_in_each_and_says_a_change_once()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 250, MaxPageSize = 40 });
        QueryParameters parts = new() { { "id", [.. Enumerable.Range(401, 250).Select(id => id.ToString(CultureInfo.InvariantCulture))] } };
        test.Server.Faults.Add(new Fault { Path = "/employees", Kind = FaultKind.WrongTotal, Total = 102, Times = 2 });
        var (ids, warnings) = await ReadAsync(test, query: parts);
        Assert.Equal((250, 1), (ids.Count, warnings.Count));
        test.Server.Faults.Add(new Fault { Path = Second, Kind = FaultKind.LastPage });
        var (some, error) = await FailAsync(test, parts);
        Assert.Equal((LuccaErrorKind.Incomplete, some.Count), (error.Kind, error.List!.Value.Received));
    }

    private static Task<(List<string> Ids, List<string> Warnings)> ReadAsync(
        TestClient test, QueryParameters? query = null, ListWindow? window = null) =>
        ReadAsync(test, Resources.Employees, query, window);

    private static async Task<(List<string> Ids, List<string> Warnings)> ReadAsync<T>(
        TestClient test, ResourceDescriptor<T> resource, QueryParameters? query = null, ListWindow? window = null)
        where T : Resource
    {
        var (ids, warnings) = (new List<string>(), new List<string>());
        await foreach (var page in test.Client.Of(resource).PagesAsync(query ?? [], window ?? ListWindow.All, [], default))
        {
            ids.AddRange(page.Whole().Select(item => item.Id));
        }

        while (test.Notes.TryTake(out var note))
        {
            warnings.AddRange(note.Kind == NoteKind.Warning ? [note.Text] : []);
        }

        return (ids, warnings);
    }

    private static async Task<(List<string> Ids, LuccaException Error)> FailAsync(TestClient test, QueryParameters? query = null)
    {
        var ids = new List<string>();
        var error = await Assert.ThrowsAsync<LuccaException>(async () =>
        {
            await foreach (var page in test.Client.Employees.PagesAsync(query ?? [], ListWindow.All, [], default))
            {
                ids.AddRange(page.Whole().Select(item => item.Id));
            }
        });
        return (ids, error);
    }
}
