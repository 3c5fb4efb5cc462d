using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Basics;

public sealed class EmployeeTests
{
    [Fact]
    public async Task Links_carry_the_portraits_token_out_of_sight()
    {
        await using var test = await TestClient.StartAsync();
        var employee = (await test.Client.Employees.GetAsync("416", new ReadOptions { Include = ["links"] }, default))!;
        var href = employee.Links!["portrait"]!.Href!;
        Assert.True(href.HasToken);
        Assert.EndsWith("token=***", href.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("***", href.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_ids_cost_one_request_in_the_order_asked()
    {
        await using var test = await TestClient.StartAsync();
        string[] ids = [.. Enumerable.Range(401, 98).Reverse().Select(id => $"{id}"), "no-such", "416"];
        var found = await test.Client.Employees.Lookup([]).FindAsync(ids, default);
        Assert.Equal(ids, found.Select((answer, place) => answer.Resource?.Id ?? ids[place]));
        Assert.Equal("no-such", ids[found.ToList().FindIndex(answer => answer.Error is not null)]);
        Assert.Single(test.ApiRequests);
    }
}
