using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Api;

/// <summary>What a server sends that ignores a filter is not taken for the answer.</summary>
public sealed class FilterGuardTests
{
    private const string Strangers = """{"items":[{"id":"1","employee":{"id":"416"}},{"id":"2","employee":{"id":"417"}}]}""";

    [Fact]
    public async Task A_resource_of_somebody_else_is_an_error()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "job-positions", Kind = FaultKind.Replace, Body = Strangers });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => ReadAsync(test, Resources.JobPositions, "employment.employee.id", "416"));
        Assert.Equal((LuccaErrorKind.BadReply, "employment.employee.id"), (error.Kind, error.IgnoredFilter));
        Assert.Contains("job position '2' belongs to '417'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_on_a_later_page()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "job-positions",
                Kind = FaultKind.Replace,
                Body = """{"items":[{"id":"3","employee":{"id":"416"}}],"links":{"next":{"href":"?page=!A"}}}""",
            },
            new Fault { Path = "job-positions.*page=", Kind = FaultKind.Replace, Body = Strangers });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => ReadAsync(test, Resources.JobPositions, "employment.employee.id", "416"));
        Assert.Equal("employment.employee.id", error.IgnoredFilter);
    }

    [Fact]
    public async Task An_attempt_of_another_delivery_is_an_error()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "attempts", Kind = FaultKind.Replace, Body = """{"items":[{"id":"1","webhookDelivery":{"id":"9"}}]}""" });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => ReadAsync(test, Resources.WebhookDeliveryAttempts, "webhookDelivery.id", "501", "503"));
        Assert.Equal("webhookDelivery.id", error.IgnoredFilter);
    }

    [Fact]
    public async Task What_was_asked_for_and_what_does_not_say_passes()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "job-positions", Kind = FaultKind.Replace, Body = Strangers, Times = 2 });
        Assert.Equal(["1", "2"], await ReadAsync(test, Resources.JobPositions, "employment.employee.id", "417", "416"));
        Assert.Equal(["1", "2"], await ReadAsync(test, Resources.JobPositions, "department.id", "32"));
        test.Server.Faults.Add(new Fault { Path = "job-positions", Kind = FaultKind.Replace, Body = """{"items":[{"id":"3"}]}""" });
        Assert.Equal(["3"], await ReadAsync(test, Resources.JobPositions, "employment.employee.id", "416"));
        Assert.NotEmpty(await ReadAsync(test, Resources.WebhookDeliveryAttempts, "webhookDelivery.id", "503"));
    }

    private static async Task<List<string>> ReadAsync<T>(
        TestClient test, ResourceDescriptor<T> resource, string filter, params string[] values)
        where T : Resource
    {
        var ids = new List<string>();
        var pages = test.Client.Of(resource).PagesAsync(new QueryParameters { { filter, values } }, ListWindow.All, [], default);
        await foreach (var page in pages)
        {
            ids.AddRange(page.Whole().Select(item => item.Id));
        }

        return ids;
    }
}
