using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>References get their resources in bulk, each once, and the rows do not wait for the end of the list.</summary>
public sealed class ExpansionTests
{
    private static readonly TenantOptions Large = new() { Departments = 40, Employees = 1200 };

    [Fact]
    public async Task Twelve_hundred_employees_with_departments_and_managers_cost_their_pages_and_a_few_requests()
    {
        await using var test = await TestClient.StartAsync(Large);
        var employees = await ListAsync(test, Expansion(test, "Department", "Manager"));
        Assert.Equal(1200, employees.Count);
        Assert.All(employees, one => Assert.IsType<Department>(Position(one).Department));
        Assert.All(employees, one => Assert.True(Position(one).Manager is null or Employee));
        Assert.InRange(test.ApiRequests.Count, 14, 12 + 6);
    }

    [Fact]
    public async Task Nothing_is_asked_for_twice()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Departments = 300, Employees = 500 });
        await ListAsync(test, Expansion(test, "Department", "Manager"));
        var asked = test.ApiRequests.Select(request => request.Path + request.Query).ToList();
        Assert.Equal(asked.Distinct(), asked);
        var ids = test.ApiRequests.Select(request => Uri.UnescapeDataString(request.Query)).SelectMany(IdsOf).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task The_first_page_is_passed_on_before_the_second_is_asked_for()
    {
        await using var test = await TestClient.StartAsync(Large);
        await using var pages = Pages(test, Expansion(test, "Department")).GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());
        Assert.IsType<Department>(Position(pages.Current.Whole()[0]).Department);
        Assert.Single(test.ApiRequests, request => request.Path.EndsWith("/employees", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_key_may_not_read_stays_a_reference_and_is_said_once()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 300, GrantedScopes = ["employees.readonly"] });
        var expansion = Expansion(test, "Department", "Manager");
        var employees = await ListAsync(test, expansion);
        Assert.Equal(300, employees.Count);
        Assert.All(employees, one => Assert.IsNotType<Department>(Position(one).Department));
        Assert.Contains(employees, one => Position(one).Manager is Employee);
        var failure = Assert.Single(expansion.TakeFailures());
        Assert.Equal(("departments", LuccaErrorKind.Forbidden), (failure.Path, failure.Error.Kind));
        Assert.Contains("departments.readonly", failure.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(test.ApiRequests, request => request.Path.Contains("departments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_stays_a_reference_and_is_said_once()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault
        {
            Path = "^/lucca-api/departments[?]",
            Kind = FaultKind.Status,
            Status = 200,
            Body = """{"items":[{"id":"1","parent":{"id":"none"}},{"id":"2","parent":{"id":"nor this"}},{"id":"3","parent":{"id":"1"}}]}""",
        });
        var expansion = Expansion(test, typeof(Department), "Parent");
        var departments = await AllAsync(
            expansion.ExpandAsync(
                test.Client.Departments.PagesAsync([], ListWindow.All, [], CancellationToken.None), CancellationToken.None));
        Assert.Equal([null, null, "1"], departments.Select(one => (one.Parent as Department)?.Id));
        Assert.Contains("'none'", Assert.Single(expansion.TakeFailures()).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_rows_are_passed_on_when_the_server_fails_and_it_is_asked_once()
    {
        await using var test = await TestClient.StartAsync(Large, options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "departments", Times = -1, Kind = FaultKind.Status, Status = 503 });
        var expansion = Expansion(test, "Department");
        Assert.Equal(1200, (await ListAsync(test, expansion)).Count);
        Assert.Equal(LuccaErrorKind.Unavailable, Assert.Single(expansion.TakeFailures()).Error.Kind);
        Assert.Single(test.ApiRequests, request => request.Path.Contains("departments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_can_be_had_is_there_when_another_lookup_fails()
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { MaxRetries = 0 });
        test.Server.Faults.Add(new Fault { Path = "job-qualifications", Times = -1, Kind = FaultKind.Status, Status = 500 });
        var employee = (await test.Client.Employees.GetAsync("402", new ReadOptions { Include = ["embedded"] }, default))!;
        var expansion = Expansion(test, "JobQualification", "Department");
        await expansion.ExpandAsync([employee], default);
        Assert.IsType<Department>(Position(employee).Department);
        Assert.Equal("job-qualifications", Assert.Single(expansion.TakeFailures()).Path);
    }

    [Fact]
    public async Task Another_resource_than_the_one_that_is_referred_to_is_a_failure()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Times = -1, Kind = FaultKind.WrongId, Id = "77" });
        var employee = (await test.Client.Employees.GetAsync("402", new ReadOptions { Include = ["embedded"] }, default))!;
        var expansion = Expansion(test, "Department");
        await expansion.ExpandAsync([employee], default);
        Assert.Equal(LuccaErrorKind.BadReply, Assert.Single(expansion.TakeFailures()).Error.Kind);
        Assert.IsNotType<Department>(Position(employee).Department);
    }

    [Fact]
    public async Task A_shared_list_of_references_is_expanded_too()
    {
        await using var test = await TestClient.StartAsync();
        var pages = test.Client.Of(Resources.OccupationCategories).PagesAsync([], ListWindow.All, [], CancellationToken.None);
        var categories = await AllAsync(
            Expansion(test, typeof(OccupationCategory), "BusinessEstablishments").ExpandAsync(pages, CancellationToken.None));
        Assert.All(categories.SelectMany(one => one.BusinessEstablishments ?? []), one => Assert.IsType<BusinessEstablishment>(one));
    }

    private static JobPosition Position(Employee employee) => employee.JobPosition!;

    private static IEnumerable<string> IdsOf(string query) =>
        query.TrimStart('?').Split('&').Where(
            part => part.StartsWith("id=", StringComparison.Ordinal)).SelectMany(part => part[3..].Split(','));

    private static Expansion Expansion(TestClient test, params string[] names) => Expansion(test, typeof(Employee), names);

    private static Expansion Expansion(TestClient test, Type model, params string[] names) =>
        new(test.Client, [.. names.Select(name => ReferenceMembers.Of(model).Single(member => member.Name == name))]);

    private static IAsyncEnumerable<Page<Employee>> Pages(TestClient test, Expansion expansion) =>
        expansion.ExpandAsync(
            test.Client.Employees.PagesAsync([], ListWindow.All, ["embedded"], CancellationToken.None), CancellationToken.None);

    private static Task<List<Employee>> ListAsync(TestClient test, Expansion expansion) => AllAsync(Pages(test, expansion));

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
