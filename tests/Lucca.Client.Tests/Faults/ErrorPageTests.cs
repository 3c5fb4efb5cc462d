using System.Diagnostics;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>The status of a failure is believed whatever its body is, and no more of the body is read than anybody would read.</summary>
public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("application/problem+json", """{"title":5}""")]
    [InlineData("application/problem+json", """{"status":"400","errors":["a"]}""")]
    [InlineData("application/problem+json", """{"errors":{"Id":"text"}}""")]
    [InlineData("application/problem+json", """{"detail":"\ud800","error":"\ud800","traceId":"\ud800"}""")]
    [InlineData("application/problem+json", """{"extensions":5,"traceId":{}}""")]
    [InlineData("application/problem+json", "[]")]
    [InlineData("application/problem+json", "{")]
    [InlineData("application/json", "null")]
    [InlineData("text/html", "<html>")]
    public async Task A_body_that_lies_does_not_hide_the_status(string mediaType, string body)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = FaultKind.Status, Status = 404, Body = body, ContentType = mediaType });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.NotFound, 404), (error.Kind, error.Status));
        Assert.EndsWith("(HTTP 404)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "text/html", "refused the request")]
    [InlineData(404, "TEXT/HTML", "refused the request")]
    [InlineData(502, "application/xhtml+xml", "failed to pass the request on")]
    public async Task A_page_of_HTML_is_blamed_on_what_is_on_the_way(int status, string mediaType, string what)
    {
        await using var test = await Calls.StartOnceAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = status,
                Body = "<html>Blocked</html>",
                ContentType = mediaType,
            });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(
            "An HTML page came instead of a response from Lucca: "
            + $"something on the way, such as a proxy or a firewall, {what}. (HTTP {status})",
            error.Message);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Nor_does_one_that_cannot_be_unpacked(string encoding)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = 404,
                BodyBytes = [1, 2, 3, 4, 5, 6, 7, 8],
                ContentType = "text/html",
                Headers = { ["Content-Encoding"] = encoding },
            });
        Assert.Equal(404, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Status);
    }

    [Theory]
    [InlineData(FaultKind.Status, 10_000_000L)]
    [InlineData(FaultKind.Endless, null)]
    public async Task Of_a_long_page_64_kB_are_read(FaultKind kind, long? size)
    {
        await using var test = await Calls.StartOnceAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = kind, Status = 500, Size = size, ContentType = "text/html" });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.Unavailable, 500), (error.Kind, error.Status));
        Assert.InRange(error.Response!.Body.Length, 1, 64 * 1024);
    }

    [Theory]
    [InlineData(FaultKind.Drip)]
    [InlineData(FaultKind.Stall)]
    public async Task A_page_that_trickles_in_is_not_waited_for(FaultKind kind)
    {
        await using var test = await Calls.StartOnceAsync(timeout: 3000);
        test.Server.Faults.Add(
            new Fault { Path = "departments", Kind = kind, Status = 500, Size = 60_000, Bytes = 1, ContentType = "text/html" });
        var start = Stopwatch.GetTimestamp();
        Assert.Equal(500, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Status);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20); // it would take 100 minutes
    }

    [Theory]
    [InlineData(200, LuccaErrorKind.BadReply)]
    [InlineData(404, LuccaErrorKind.NotFound)]
    public async Task A_page_that_is_not_read_to_its_end_holds_no_connection(int status, LuccaErrorKind kind)
    {
        await using var test = await Calls.StartOnceAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Big,
                Status = status,
                Size = 5_000_000,
                ContentType = "text/html",
                Times = 20,
            });
        for (var call = 0; call < 20; call++)
        {
            Assert.Equal(kind, (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Kind);
        }

        await OpenConnections.AssertAtMostAsync(2, test.Server.Address.Port);
    }
}
