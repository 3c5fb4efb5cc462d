using System.Globalization;
using System.Text.Json;
using Lucca.Api;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Whoever reads a list is told of a malformed item, whichever way the list is read: nobody is hidden by one.</summary>
public sealed class MalformedItemTests
{
    [Fact]
    public async Task Of_a_list_that_comes_in_parts_it_is_handed_on_once()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { Employees = 250 });
        test.Server.Faults.Add(Malformed("employees", 3, times: 2), Malformed("employees", 4));
        var (items, malformed) = (new List<string>(), new List<MalformedItem>());
        var pages = test.Client.Employees.PagesAsync(
            new() { { "applicableJobPosition.department.id", Numbers(1, 250) } }, ListWindow.All, [], default);
        await foreach (var page in pages)
        {
            items.AddRange(page.Items(malformed.Add).Select(item => item.Id));
        }

        Assert.Equal(250, items.Concat(malformed.Select(item => item.Id!)).Distinct().Count());
        Assert.Equal(250, items.Count + malformed.Count);
        Assert.NotEmpty(malformed);
    }

    [Fact]
    public async Task So_is_what_such_a_list_embeds_and_does_not_fit()
    {
        await using var test = await TestClient.StartAsync();
        const string body = """{"items":[{"id":"1"}],"embedded":{"employment":{"9":{"id":"9","legalEntity":5}}}}""";
        test.Server.Faults.Add(new Fault { Path = "employees", Kind = FaultKind.Replace, Body = body, Times = -1 });
        var missed = new List<string>();
        var pages = test.Client.Employees.PagesAsync(new() { { "id", Numbers(1, 150) } }, ListWindow.All, ["embedded"], default);
        await foreach (var page in pages)
        {
            missed.AddRange(page.Embedded?.Omitted ?? []);
        }

        Assert.Contains("employment '9'", Assert.Single(missed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("employees", 401)]
    [InlineData("departments", 1)]
    public async Task Of_ids_that_are_looked_up_together_it_is_an_error_of_its_own(string path, int first)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(Malformed(path, 1), new Fault { Path = $"{path}/{first + 1}", Kind = FaultKind.MalformedItem, Times = -1 });
        string[] ids = Numbers(first, 5);
        (string? Id, LuccaException? Error)[] found = path == "employees"
            ? [.. (await test.Client.Employees.Lookup([]).FindAsync(ids, default)).Select(one => (one.Resource?.Id, one.Error))]
            : [.. (await test.Client.Departments.Lookup([]).FindAsync(ids, default)).Select(one => (one.Resource?.Id, one.Error))];
        Assert.Equal([ids[0], null, ids[2], ids[3], ids[4]], found.Select(one => one.Id));
        Assert.Equal(LuccaErrorKind.BadReply, found[1].Error!.Kind);
    }

    [Fact]
    public async Task One_without_an_id_leaves_nobody_unknown_who_was_not_asked_for()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "[?&]id=", Kind = FaultKind.Replace, Body = """{"items":[{"id":"401"},{"name":"x"}]}""" });
        var found = await test.Client.Employees.Lookup([]).FindAsync(["401", "402"], default);
        Assert.Equal(["401", "402"], found.Select(one => one.Resource?.Id));
    }

    [Fact]
    public async Task As_a_namesake_it_makes_a_name_ambiguous()
    {
        await using var test = await TestClient.StartAsync();
        const string body =
            """{"items":[{"id":"1","name":"Same"},{"id":"2","name":"Same","level":"high"},{"id":"3","name":"Other","level":[]}]}""";
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = body });
        var names = new NameLookup(test.Client, NameMemory.OfRun());
        var found = await names.FindAsync(Resources.Departments, ["Same", "Other"], default);
        Assert.Contains("1, 2", found[0].Error!.Message, StringComparison.Ordinal);
        Assert.Equal("3", Assert.Single(found[1].Ids));
    }

    [Fact]
    public void The_number_of_items_of_a_page_counts_it()
    {
        var page = PageReader.Read<Department>(
            """{"items":[{"id":"1"},{"id":"2","level":"high"}]}"""u8.ToArray(), LuccaJson.Of<Department>(), withLinks: false);
        Assert.Equal(2, page.Count);
        Assert.Throws<JsonException>(() => page.Items(item => throw item.Cause));
    }

    private static Fault Malformed(string path, int item, int times = 1) =>
        new() { Path = path + "[?]", Kind = FaultKind.MalformedItem, Item = item, Times = times };

    private static string[] Numbers(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(id => id.ToString(CultureInfo.InvariantCulture))];
}
