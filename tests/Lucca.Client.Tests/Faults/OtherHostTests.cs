using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Wherever a response points: nothing, and least of all the token, goes to another host.</summary>
public sealed class OtherHostTests
{
    [Fact]
    public async Task A_redirect_to_a_page_of_the_same_host_is_a_failure_as_well()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "lucca-api", Kind = FaultKind.Redirect, Status = 302, Location = "/identity/login", Times = -1 });
        var failure = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Contains("redirects to another address", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_that_names_the_host_and_is_not_followed(int status)
    {
        await using var test = await TestClient.StartAsync();
        await using var elsewhere = await EmulatorServer.StartAsync();
        var location = elsewhere.Address + "lucca-api/departments/32";
        test.Server.Faults.Add(
            new Fault { Path = "lucca-api", Kind = FaultKind.Redirect, Status = status, Location = location, Times = -1 });
        using var target = new MemoryStream();
        var calls = new Func<Task>[]
        {
            () => test.DepartmentNameAsync(),
            () => test.DepartmentIdsAsync(),
            () => test.UploadAsync(100),
            () => test.DownloadAsync(target),
        };
        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<LuccaException>(call);
            Assert.Equal((LuccaErrorKind.BadReply, status, 1), (error.Kind, error.Status, error.Attempts));
            Assert.Contains("redirects to 127.0.0.1", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(4, test.ApiRequests.Count);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public async Task Nor_does_the_client_secret_follow_a_redirect()
    {
        await using var test = await TestClient.StartAsync();
        await using var elsewhere = await EmulatorServer.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "connect/token", Kind = FaultKind.Redirect, Status = 307, Location = elsewhere.Address + "connect/token" });
        await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("@")]
    public async Task A_path_that_leads_elsewhere_is_refused_unsent(string prefix)
    {
        await using var test = await TestClient.StartAsync();
        await using var elsewhere = await EmulatorServer.StartAsync();
        var path = prefix == "@" ? elsewhere.Address.ToString() : prefix + "/" + elsewhere.Address.Authority + "/x";
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => test.Client.SendAsync(new LuccaRequest(HttpMethod.Get, path), (_, _) => Task.FromResult(true), default));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.Empty(elsewhere.Requests);
        Assert.Empty(test.ApiRequests);
    }

    [Theory]
    [InlineData("HTP/1.1 200 OK\r\n\r\n")]
    [InlineData("no HTTP at all, but a line\r\n\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n")]
    [InlineData("")]
    [InlineData("\r\n\r\n\r\n\r\n")]
    public async Task What_is_not_HTTP_is_a_named_error(string response)
    {
        await using var test = await Calls.StartOnceAsync(timeout: 5000);
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Raw, Body = response, Times = -1 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.True(error.Kind is LuccaErrorKind.BadReply or LuccaErrorKind.Unavailable or LuccaErrorKind.Incomplete, error.ToString());
    }

    [Fact]
    public async Task Headers_without_end_are_a_bad_reply()
    {
        await using var test = await TestClient.StartAsync();
        var head = "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"X-{i}: {new string('x', 100)}\r\n"));
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Raw, Body = head });
        Assert.Equal(LuccaErrorKind.BadReply, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Kind);
    }
}
