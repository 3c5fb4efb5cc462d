using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lucca.Emulator;
using Xunit;

namespace Lucca.Client.Tests.Tenants;

/// <summary>The people of the emulator live around a today: what scripts look for is there, on whatever day they run.</summary>
public class DemoTenantTests
{
    public static TheoryData<string> Days => ["2026-11-28", "2026-12-31", "2027-01-01", "2028-02-29", "2031-06-15"];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Some_start_next_month_and_some_leave_this_month(string today)
    {
        using var tenant = new DemoTenant(today);
        var month = Day(today).AddDays(1 - Day(today).Day);
        var employments = await tenant.ListAsync("employments");
        Assert.True(employments.Count(row => Start(row) >= month.AddMonths(1) && Start(row) < month.AddMonths(2)) >= 2);
        Assert.True(employments.Count(row => End(row) >= month && End(row) < month.AddMonths(1)) >= 2);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_status_agrees_with_the_days(string today)
    {
        using var tenant = new DemoTenant(today);
        foreach (var row in await tenant.ListAsync("employments"))
        {
            var expected = Start(row) > Day(today) ? "upcoming" : End(row) < Day(today) ? "deactivated" : "active";
            Assert.Equal((Text(row, "id"), expected), (Text(row, "id"), Text(row, "status")));
            Assert.True(End(row) is not { } end || end >= Start(row));
        }

        foreach (var row in await tenant.ListAsync("job-positions"))
        {
            Assert.True(row["endsOn"]?.GetValue<string>() is not { } end || Day(end) >= Day(Text(row, "startsOn")), Text(row, "id"));
        }

        foreach (var row in await tenant.ListAsync("employees"))
        {
            Assert.True(Day(Text(row, "createdAt")[..10]) <= Day(today), Text(row, "id"));
            Assert.True(Day(Text(row, "lastUpdatedAt")[..10]) <= Day(today), Text(row, "id"));
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_head_count_grows_for_five_years(string today)
    {
        using var tenant = new DemoTenant(today);
        var employments = await tenant.ListAsync("employments");
        var counts = Enumerable.Range(0, 6).Select(years => Day(today).AddYears(years - 5))
            .Select(day => employments.Count(row => Start(row) <= day && !(End(row) < day))).ToList();
        Assert.Equal(counts.Order(), counts);
        Assert.True(counts[0] * 3 < counts[^1] * 2, string.Join(' ', counts));
    }

    [Fact]
    public async Task Something_changes_every_week()
    {
        using var tenant = new DemoTenant("2026-11-28");
        var days = (await tenant.ListAsync("job-positions")).SelectMany(row => new[] { row["startsOn"], row["endsOn"] })
            .OfType<JsonNode>().Select(day => Day(day.GetValue<string>())).ToList();
        Assert.All(Enumerable.Range(0, 24).Select(week => Day("2026-11-28").AddDays(-7 * week)), last
            => Assert.Contains(days, day => day <= last && day > last.AddDays(-7)));
    }

    [Theory]
    [InlineData(40, 120)]
    [InlineData(400, 1200)]
    [InlineData(40, 10)]
    [InlineData(7, 35)]
    public async Task Every_walk_up_the_managers_ends_at_the_same_person(int departments, int employees)
    {
        using var tenant = new DemoTenant("2026-11-28", departments, employees);
        var positions = await tenant.ListAsync("job-positions?status=active");
        var managers = positions.ToDictionary(row => Text(row["employee"]!, "id"), row => row["manager"]?["id"]?.GetValue<string>());
        var roots = managers.Keys.Select(person => Top(person, managers)).Distinct();
        Assert.Single(roots);
    }

    [Fact]
    public async Task Built_in_attributes_have_values()
    {
        using var tenant = new DemoTenant("2026-11-28");
        var ids = new[]
        {
            "employee.givenName",
            "employment.start",
            "jobPosition.department",
            "jobPosition.manager",
            "personal.legalGender",
        };
        var rows = await tenant.ListAsync(
            $"employee-attributes?definition.id={string.Join(',', ids)}&employee.id=416&applicability.asOf=2026-11-28");
        var values = rows.ToDictionary(row => Text(row["definition"]!, "id"), row => row["value"]!);
        Assert.Equal(ids, values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Jane", values["employee.givenName"].GetValue<string>());
        Assert.Equal("2015-12-27", values["employment.start"].GetValue<string>());
        Assert.Equal("32", Text(values["jobPosition.department"], "id"));
        Assert.Equal("female", values["personal.legalGender"].GetValue<string>());
        Assert.Equal(
            ids,
            (await tenant.ListAsync("employee-attribute-definitions"))
                .Select(row => Text(row, "id")).Where(id => id.Contains('.')).Order());
    }

    [Theory]
    [InlineData("taxonomies?search=siz%20T", "T-shirt sizes")]
    [InlineData("taxonomies?search=shirt", "T-shirt sizes")]
    [InlineData("taxonomies?search=irt", null)]
    [InlineData("taxonomy-labels?search=deu", "Deutsch")]
    [InlineData("taxonomy-labels?search=utsch", null)]
    [InlineData("taxonomy-labels?isArchived=true", "Latein")]
    public async Task Taxonomies_and_labels_are_found_as_documented(string path, string? name)
    {
        using var tenant = new DemoTenant("2026-11-28");
        Assert.Equal(name is null ? [] : [name], (await tenant.ListAsync(path)).Select(row => Text(row, "name")));
    }

    [Fact]
    public async Task A_delivery_refers_to_its_event_by_the_type_event()
    {
        using var tenant = new DemoTenant("2026-11-28");
        Assert.All(await tenant.ListAsync("webhook-deliveries"), row => Assert.Equal("event", Text(row["event"]!, "type")));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_suspended_endpoint()
    {
        using var tenant = new DemoTenant("2026-11-28");
        var before = (await tenant.ListAsync("webhook-deliveries")).Count;
        using var response = await tenant.Client.PostAsJsonAsync("webhook-deliveries", new { webhookEndpoint = new { id = "2" } });
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(before, (await tenant.ListAsync("webhook-deliveries")).Count);
        Assert.DoesNotContain(
            await tenant.ListAsync("webhook-deliveries"),
            row => row["nextAttemptAt"] is not null && Text(row["webhookEndpoint"]!, "id") == "2");
    }

    private static string Top(string person, Dictionary<string, string?> managers)
    {
        for (var steps = 0; managers.GetValueOrDefault(person) is { } manager; steps++)
        {
            Assert.True(steps < 20, $"{person} is in a cycle.");
            person = manager;
        }

        return person;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonNode row, string name) => row[name]!.GetValue<string>();

    private static DateOnly Start(JsonNode row) => Day(Text(row["start"]!, "date"));

    private static DateOnly? End(JsonNode row) => row["end"] is { } end ? Day(Text(end, "date")) : null;

    /// <summary>A tenant that is asked as scripts would, without the client.</summary>
    private sealed class DemoTenant : IDisposable
    {
        public DemoTenant(string today, int departments = 40, int employees = 120)
        {
            var tenant = new Tenant(new TenantOptions { Today = Day(today), Departments = departments, Employees = employees });
            Client = new HttpClient(new EmulatorHandler(tenant)) { BaseAddress = new Uri("https://example.ilucca.net/lucca-api/") };
            Client.DefaultRequestHeaders.Add("Api-Version", "2024-11-01");
        }

        public HttpClient Client { get; }

        public async Task<List<JsonNode>> ListAsync(string path)
        {
            await SignInAsync();
            var items = new List<JsonNode>();
            for (var page = 1; ; page++)
            {
                var list = await Client.GetFromJsonAsync<JsonNode>($"{path}{(path.Contains('?') ? '&' : '?')}limit=100&page={page}");
                items.AddRange(list!["items"]!.AsArray().Select(item => item!));
                if (list["items"]!.AsArray().Count < 100)
                {
                    return items;
                }
            }
        }

        public void Dispose() => Client.Dispose();

        private async Task SignInAsync()
        {
            if (Client.DefaultRequestHeaders.Authorization is not null)
            {
                return;
            }

            string[] scopes =
            [
                "employments.readonly", "employees.readonly", "job-positions.readonly", "employee-attributes.readonly",
                "taxonomies.readonly", "webhook-deliveries.readwrite",
            ];
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "emulator",
                ["client_secret"] = "emulator-secret",
                ["scope"] = string.Join(' ', scopes),
            });
            using var response = await Client.PostAsync(new Uri("https://example.ilucca.net/connect/token"), form);
            var token = (await response.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
            Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }
    }
}
