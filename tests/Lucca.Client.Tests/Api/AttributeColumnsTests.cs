using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>Values of fields come whole, for the fewest requests: by the employees' ids, or a thousand values a page.</summary>
public sealed class AttributeColumnsTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData(1200, 1200, 1, 2)] // two pages of values, not twelve batches of ids
    [InlineData(1200, 1200, 2, 3)]
    [InlineData(1200, 150, 2, 3)] // the first page of three says that two batches of ids are no dearer than the other two pages
    [InlineData(1200, 100, 2, 1)]
    [InlineData(1200, 1, 2, 1)]
    [InlineData(120, 120, 2, 1)]
    public async Task The_fewest_requests_are_sent(int people, int wanted, int fields, int requests)
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = people });
        string[] names = ["e_badge_number", "employment.start"];
        var columns = new AttributeColumns(test.Client, names[..fields], Today);
        var all = await ListAsync(test, columns, new ListWindow(First: (ulong)wanted));
        Assert.Equal(wanted, all.Count);
        Assert.All(all, one => Assert.Equal($"B-{one.Id}", one.Attributes![0].Value));
        Assert.Equal(requests, Asked(test));
        Assert.Empty(columns.TakeFailures());
        Assert.Empty(columns.Empty);
    }

    [Fact]
    public async Task Ids_are_asked_for_where_everybody_has_many_values()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 3000 });
        string[] names = ["e_badge_number", "employment.start", "employee.givenName", "e_tShirtSize", "personal.legalGender"];
        var all = await ListAsync(test, new AttributeColumns(test.Client, names, Today), new ListWindow(First: 300));
        Assert.All(all, one => Assert.Equal($"B-{one.Id}", one.Attributes![0].Value));
        Assert.Equal(1 + 3, Asked(test));
    }

    [Fact]
    public async Task Several_records_of_a_field_are_a_list()
    {
        await using var test = await TestClient.StartAsync();
        Send(test, """{"id":"1","definition":{"id":"e_car"},"employee":{"id":"401"},"value":"A"}""",
            """{"id":"2","definition":{"id":"e_car"},"employee":{"id":"401"},"value":["B","C"]}""");
        Assert.Equal(["A", "B", "C"], Assert.IsType<Values<object?>>(await ValueAsync(test, "e_car")));
    }

    [Theory]
    [InlineData("""{"start":"2027-01-01","end":null}""", false)]
    [InlineData("""{"start":null,"end":"2026-11-27"}""", false)]
    [InlineData("""{"start":"2026-11-28","end":"2026-11-28"}""", true)]
    [InlineData("null", true)]
    public async Task A_value_counts_on_the_days_on_which_it_applies(string applicability, bool counts)
    {
        await using var test = await TestClient.StartAsync();
        Send(test, $$"""{"id":"1","definition":{"id":"e_car"},"employee":{"id":"401"},"applicability":{{applicability}},"value":7}""");
        Assert.Equal(counts ? 7L : null, await ValueAsync(test, "e_car"));
    }

    [Theory]
    [InlineData("""{"id":"1","definition":{"id":"e_car"},"employee":{"id":"401"},"applicability":3}""")]
    [InlineData("""{"id":"1","employee":{"id":"401"},"value":7}""")]
    [InlineData("""{"id":"1","definition":{"id":"e_car"},"value":7}""")]
    public async Task A_malformed_value_is_a_failure(string record)
    {
        await using var test = await TestClient.StartAsync();
        Send(test, record);
        var columns = new AttributeColumns(test.Client, ["e_car"], Today);
        await ListAsync(test, columns, new ListWindow(First: 1));
        Assert.Equal(LuccaErrorKind.BadReply, Assert.Single(columns.TakeFailures()).Kind);
        Assert.Empty(columns.TakeFailures());
    }

    [Fact]
    public async Task A_list_of_values_that_breaks_off_is_an_error_before_any_employee()
    {
        await using var test =
            await TestClient.StartAsync(new TenantOptions { Employees = 1200 }, options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "employee-attributes.*page=", Times = -1, Kind = FaultKind.Status, Status = 503 });
        var failure =
            await Assert.ThrowsAsync<LuccaException>(
                () => ListAsync(test, new AttributeColumns(test.Client, ["e_badge_number"], Today), ListWindow.All));
        Assert.Equal((LuccaErrorKind.Unavailable, 1000L), (failure.Kind, failure.List?.Received));
    }

    private static void Send(TestClient test, params string[] records) => test.Server.Faults.Add(new Fault
    {
        Path = "employee-attributes",
        Kind = FaultKind.Status,
        Status = 200,
        Body = $$$"""{"items":[{{{string.Join(',', records)}}}],"links":{"next":null}}""",
    });

    private static async Task<object?> ValueAsync(TestClient test, string field) =>
        (await ListAsync(test, new AttributeColumns(test.Client, [field], Today), new ListWindow(First: 1)))[0].Attributes![0].Value;

    private static int Asked(TestClient test) =>
        test.ApiRequests.Count(request => request.Path.EndsWith("/employee-attributes", StringComparison.Ordinal));

    private static async Task<List<Employee>> ListAsync(TestClient test, AttributeColumns columns, ListWindow window)
    {
        var all = new List<Employee>();
        await foreach (var page in columns.AddAsync(test.Client.Employees.PagesAsync([], window, [], default), window, default))
        {
            all.AddRange(page.Whole());
        }

        return all;
    }
}
