using Lucca.Api;
using Lucca.Client.Tests.Exports;
using Lucca.Emulator;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>Names find ids for one list request, which is kept for a minute; ids cost none.</summary>
public sealed class NameLookupTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task What_is_an_id_costs_no_request()
    {
        await using var test = await TestClient.StartAsync();
        string[] ids = ["32", "99999", "null", "0f8fad5b-d9cb-469f-a165-70867728950e"];
        var found = await FindAsync(test, Resources.Departments, ids);
        Assert.Equal(ids, found.SelectMany(one => one.Ids));
        Assert.Equal(["e_any"], (await FindAsync(test, Resources.EmployeeAttributeDefinitions, "e_any"))[0].Ids);
        Assert.Equal(["whatever"], (await FindAsync(test, Resources.WebhookDeliveries, "whatever"))[0].Ids);
        Assert.Empty(test.ApiRequests);
    }

    [Fact]
    public async Task A_name_in_any_case_or_with_wildcards_costs_one_request_a_minute()
    {
        await using var test = await TestClient.StartAsync();
        var names = new ResourceNames(_time);
        var lookup = new NameLookup(test.Client, names);
        var found = await lookup.FindAsync(Resources.Departments, ["Finances", "finances", "fin*"], CancellationToken.None);
        Assert.Equal(["32"], found[0].Ids);
        Assert.Equal(["32"], found[1].Ids);
        Assert.Contains("32", found[2].Ids);
        await lookup.FindAsync(Resources.Departments, ["Finances"], CancellationToken.None);
        Assert.Single(test.ApiRequests);
        _time.Advance(TimeSpan.FromSeconds(61));
        await lookup.FindAsync(Resources.Departments, ["Finances"], CancellationToken.None);
        Assert.Equal(2, test.ApiRequests.Count);
    }

    [Fact]
    public async Task What_nothing_is_called_is_an_error_that_offers_the_nearest()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test, Resources.Departments, "Finnances", "zzz*");
        Assert.All(found, one => Assert.Equal(LuccaErrorKind.NotFound, one.Error!.Kind));
        Assert.Contains("'Finances' (32)", found[0].Error!.Message, StringComparison.Ordinal);
        Assert.Contains("'zzz*'", found[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_things_are_called_is_an_error_that_names_their_ids()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 5000 });
        var names = await ListAsync(test);
        var twins = names.GroupBy(one => one.Name).First(group => group.Count() > 1);
        var found = await FindAsync(test, Resources.Employees, twins.Key);
        Assert.Equal(LuccaErrorKind.BadRequest, found[0].Error!.Kind);
        Assert.All(twins, one => Assert.Contains(one.Id, found[0].Error!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_employee_is_found_by_name_address_or_number()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test, Resources.Employees, "jane doe", "Jane.Doe@example.com", "00416");
        Assert.All(found, one => Assert.Equal(["416"], one.Ids));
    }

    [Fact]
    public async Task A_name_of_an_employee_is_searched_for()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 200 });
        Assert.Equal(["416"], (await FindAsync(test, Resources.Employees, "Jane Doe"))[0].Ids);
        Assert.Contains("search=", Assert.Single(test.ApiRequests).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_asked_for_a_hundred_at_a_time()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 400 });
        var mails = (await ListAsync(test)).SelectMany(one => one.OtherNames).Where(name => name.Contains('@', StringComparison.Ordinal)).Take(150).ToArray();
        var before = test.ApiRequests.Count;
        Assert.All(await FindAsync(test, Resources.Employees, mails), one => Assert.Single(one.Ids));
        Assert.Equal(2, test.ApiRequests.Count - before);
    }

    [Fact]
    public async Task An_unknown_employee_is_told_without_anybody_elses_name()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test, Resources.Employees, "Jane Dow", "nobody@example.com");
        Assert.Contains("416", found[0].Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Doe", found[0].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(LuccaErrorKind.NotFound, found[1].Error!.Kind);
    }

    [Theory]
    [InlineData("jane.do@example.com")]
    [InlineData("Jane Dow")]
    [InlineData("00416x")]
    public async Task What_is_nearly_an_address_a_name_or_a_number_is_told_whose_it_would_be(string text)
    {
        await using var test = await TestClient.StartAsync();
        Assert.Contains("416", (await FindAsync(test, Resources.Employees, text))[0].Error!.Message, StringComparison.Ordinal);
        Assert.True(test.ApiRequests.Count <= 2, "More than two requests.");
    }

    [Fact]
    public async Task Many_addresses_that_nobody_has_cost_no_search_each()
    {
        await using var test = await TestClient.StartAsync();
        Assert.All(await FindAsync(test, Resources.Employees, [.. Enumerable.Range(1, 50).Select(number => $"jane.do{number}@example.com")]), one => Assert.NotNull(one.Error));
        Assert.Single(test.ApiRequests);
    }

    private static async Task<List<NamedResource>> ListAsync(TestClient test) =>
        [.. await new ResourceNames(TimeProvider.System).ListAsync(test.Client, Resources.Employees, [], ListWindow.All, CancellationToken.None)];

    private Task<IReadOnlyList<NamedIds>> FindAsync(TestClient test, ResourceDescriptor resource, params string[] texts) =>
        new NameLookup(test.Client, new ResourceNames(_time)).FindAsync(resource, texts, CancellationToken.None);
}
