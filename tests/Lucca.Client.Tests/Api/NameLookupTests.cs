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
        var names = new NameMemory(_time, NameMemory.SessionLife);
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
    public async Task An_employee_is_found_by_name_or_address_and_by_number_where_a_number_is_meant()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test, Resources.Employees, "jane doe", "Jane.Doe@example.com");
        Assert.All(found, one => Assert.Equal(["416"], one.Ids));
        var lookup = new NameLookup(test.Client, NameMemory.OfRun());
        Assert.Equal(["416"], (await lookup.FindNumbersAsync(["00416"], CancellationToken.None))[0].Ids);
        Assert.Equal(LuccaErrorKind.NotFound, (await lookup.FindNumbersAsync(["Jane Doe"], CancellationToken.None))[0].Error!.Kind);
    }

    [Fact]
    public async Task A_number_is_never_taken_for_an_id()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test, Resources.Employees, "0700", "701");
        Assert.Contains("-EmployeeNumber", found[0].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(["701"], found[1].Ids);
        Assert.Empty(test.ApiRequests);
    }

    [Theory]
    [InlineData(" günther  backer")]
    [InlineData("GUNTHER BACKER")]
    public async Task Case_accents_and_blanks_around_do_not_matter(string text)
    {
        await using var test = await TestClient.StartAsync();
        var meant = (await ListAsync(test)).First(one => one.Name == "Günther Bäcker");
        Assert.Equal(
            [meant.Id], (await FindAsync(test, Resources.Employees, text.Replace("  ", " ", StringComparison.Ordinal) + ' '))[0].Ids);
    }

    [Fact]
    public void An_exact_spelling_wins_over_another_one()
    {
        var list = new NameList(Resources.Departments, [new("1", "Élan"), new("2", "elan"), new("3", "Élan vital")]);
        Assert.Equal(["1"], list.Find("Élan", withNearest: false, CancellationToken.None).Ids);
        Assert.Equal(["2"], list.Find("elan", withNearest: false, CancellationToken.None).Ids);
        Assert.Equal(LuccaErrorKind.BadRequest, list.Find("ELAN", withNearest: false, CancellationToken.None).Error!.Kind);
        Assert.Equal(["1", "2", "3"], list.Find("ela*", withNearest: false, CancellationToken.None).Ids);
        Assert.Equal(LuccaErrorKind.NotFound, list.Find("\ud800", withNearest: true, CancellationToken.None).Error!.Kind);
    }

    [Fact]
    public async Task Remembered_names_are_forgotten_when_they_expire()
    {
        await using var test = await TestClient.StartAsync();
        var names = new NameMemory(_time, NameMemory.SessionLife);
        await new NameLookup(test.Client, names).FindAsync(Resources.Departments, ["Finances"], CancellationToken.None);
        Assert.Equal(1, names.Count);
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(0, names.Count);
    }

    [Fact]
    public async Task The_nearest_are_looked_for_only_for_the_first_of_many()
    {
        await using var test = await TestClient.StartAsync();
        var found = await FindAsync(test, Resources.Departments, [.. Enumerable.Range(1, 500).Select(number => $"Finances{number}")]);
        Assert.Equal(10, found.Count(one => one.Error!.Message.Contains("Similar names", StringComparison.Ordinal)));
        Assert.Single(test.ApiRequests);
    }

    [Fact]
    public async Task Looking_for_names_that_are_known_ends_when_it_is_cancelled()
    {
        await using var test = await TestClient.StartAsync();
        var names = new NameMemory(_time, NameMemory.SessionLife);
        await new NameLookup(test.Client, names).FindAsync(Resources.Departments, ["Finances"], CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new NameLookup(test.Client, names).FindAsync(Resources.Departments, ["Nowhere"], new CancellationToken(canceled: true)));
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
        var mails = (await ListAsync(test)).Select(one => one.Email).OfType<string>().Take(150).ToArray();
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
    public async Task What_is_nearly_an_address_or_a_name_is_told_whose_it_would_be(string text)
    {
        await using var test = await TestClient.StartAsync();
        Assert.Contains("416", (await FindAsync(test, Resources.Employees, text))[0].Error!.Message, StringComparison.Ordinal);
        Assert.True(test.ApiRequests.Count <= 2, "More than two requests.");
    }

    [Fact]
    public async Task Many_addresses_that_nobody_has_cost_no_search_each()
    {
        await using var test = await TestClient.StartAsync();
        Assert.All(
            await FindAsync(test, Resources.Employees, [.. Enumerable.Range(1, 50).Select(number => $"jane.do{number}@example.com")]),
            one => Assert.NotNull(one.Error));
        Assert.Single(test.ApiRequests);
    }

    private static async Task<List<NamedResource>> ListAsync(TestClient test) =>
        [.. (await NameMemory.OfRun().ListAsync(test.Client, Resources.Employees, [], ListWindow.All, CancellationToken.None)).All];

    private Task<IReadOnlyList<NameAnswer>> FindAsync(TestClient test, ResourceDescriptor resource, params string[] texts) =>
        new NameLookup(test.Client, new NameMemory(_time, NameMemory.SessionLife)).FindAsync(resource, texts, CancellationToken.None);
}
