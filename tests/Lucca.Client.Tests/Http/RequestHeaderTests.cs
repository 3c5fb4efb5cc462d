using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Http;

/// <summary>
/// What callers put into headers becomes no other header and no other request: it is refused before anything is sent, or it is sent.
/// </summary>
public sealed class RequestHeaderTests
{
    [Theory]
    [InlineData("Gateway/1.0 (a; b)", null, "Gateway/1.0 (a; b)")]
    [InlineData("Gateway/1.0\r\n", "Mine/2", "Mine/2")]
    public async Task Every_request_names_who_makes_it(string userAgent, string? own, string expected)
    {
        await using var test = await TestClient.StartAsync(connect: options => options with { UserAgent = userAgent });
        var request = LuccaRequest.Get(
            "departments") with { Scope = "departments.readonly", Headers = own is null ? [] : [new("user-agent", own)] };
        await test.Transport.SendAsync(request, test.Notes, static (_, _) => Task.FromResult(true), default);
        Assert.Equal([expected], Assert.Single(test.ApiRequests).Headers["User-Agent"]);
        Assert.Equal([userAgent.Trim()], Assert.Single(test.TokenRequests).Headers["User-Agent"]);
    }

    public static TheoryData<string, string> Unfit => new()
    {
        { "X-Note", "a\r\n\r\nDELETE /lucca-api/webhook-endpoints/1 HTTP/1.1\r\nHost: h" },
        { "X-Note", "a\nb" },
        { "X-Note", "a\0b" },
        { "X-Note", "a\u007fb" },
        { "X-Note", "caf\u00e9" },
        { "X-Note", "\u6f22" },
        { "X Note", "a" },
        { "X-Note:", "a" },
        { "X-N\u00f6te", "a" },
        { "X-Note\r\nX-Other", "a" },
        { "", "a" },
        { "Content-Type", "text/plain" },
        { "content-language", "en" },
        { "Authorization", "Bearer h1dden" },
        { "Host", "elsewhere.example" },
        { "Content-Length", "5" },
        { "Transfer-Encoding", "chunked" },
        { "Connection", "close" },
        { "Accept", "application/json\r\nX-Other: a" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task One_that_cannot_be_sent_is_refused_unsent(string name, string value)
    {
        await using var test = await TestClient.StartAsync();
        var request = LuccaRequest.Get("departments", "32") with { Scope = "departments.readonly" };
        request = name == "Accept" ? request with { Accept = value } : request with { Headers = [new(name, value)] };
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => test.Client.SendAsync(request, (_, _) => Task.FromResult(true), default));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.EndsWith("Nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.DoesNotContain("h1dden", error.Message, StringComparison.Ordinal);
        Assert.Empty(test.Server.Requests);
    }

    [Theory]
    [InlineData("x\r\n\r\nDELETE /lucca-api/webhook-endpoints/1 HTTP/1.1\r\nHost: h")]
    [InlineData("W/\"\u00e9\"")]
    [InlineData("\r\n")]
    public async Task Nor_does_an_entity_tag_smuggle_anything(string tag)
    {
        await using var test = await TestClient.StartAsync();
        foreach (var options in new[] { new ReadOptions { IfNoneMatch = tag }, new ReadOptions { IfMatch = tag } })
        {
            foreach (var call in new Func<Task>[]
            {
                () => test.Client.Departments.GetAsync("1", options, default),
                () => test.Client.Portraits.GetAsync("1", options, default),
                () => test.Client.Portraits.DownloadAsync("1", options, _ => Stream.Null, default),
                () => test.Client.Departments.PagesAsync([], new ListWindow(First: 5), options, keep: null, default)
                    .GetAsyncEnumerator().MoveNextAsync().AsTask(),
            })
            {
                Assert.Equal(LuccaErrorKind.BadRequest, (await Assert.ThrowsAsync<LuccaException>(call)).Kind);
            }
        }

        var write = await Assert.ThrowsAsync<LuccaException>(
            () => test.Client.Webhooks.UpdateEndpointAsync("1", new WebhookEndpointSettings { Status = "inactive" }, tag, default));
        Assert.Equal(LuccaErrorKind.BadRequest, write.Kind);
        Assert.Empty(test.Server.Requests);
    }

    [Fact]
    public async Task The_line_end_of_a_tag_that_was_read_from_a_file_is_left_out()
    {
        await using var test = await TestClient.StartAsync();
        var tag = (await test.Client.Departments.GetAsync("32", ReadOptions.Default, default))!.ETag;
        Assert.Null(await test.Client.Departments.GetAsync("32", new ReadOptions { IfNoneMatch = tag + "\r\n" }, default));
        Assert.NotNull(await test.Client.Departments.GetAsync("32", new ReadOptions { IfMatch = tag + "\n" }, default));
        Assert.Equal([tag!], test.ApiRequests[1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_header_of_the_body_goes_with_a_body()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Method = "POST", Kind = FaultKind.Status, Status = 200, Path = "lucca-api" });
        var request = new LuccaRequest(
            HttpMethod.Post,
            "lucca-api/any") { Scope = "files.readwrite", Content = _ => new StringContent(
                "{}"), Headers = [new("Content-Type", "application/merge-patch+json"), new("X-Note", "a b\t~")] };
        await test.Client.SendAsync(request, (_, _) => Task.FromResult(true), default);
        var seen = Assert.Single(test.ApiRequests);
        Assert.Equal(("application/merge-patch+json", "a b\t~"), (seen.Headers["Content-Type"][0], seen.Headers["X-Note"][0]));
    }

    [Theory]
    [InlineData("2024-11\r\n-01")]
    [InlineData("2024\u00e9")]
    public void A_version_that_cannot_be_sent_makes_no_transport(string version)
    {
        var options = TestClient.OptionsFor(new Uri("http://127.0.0.1:9/")) with { ApiVersion = version };
        Assert.Equal(LuccaErrorKind.BadRequest, Assert.Throws<LuccaException>(() => Transport.Create(options)).Kind);
    }

    [Theory]
    [InlineData("a\r\nContent-Type: text/html.txt")]
    [InlineData("a\0.txt")]
    [InlineData("\u001b[2J.txt")]
    [InlineData("")]
    public async Task A_file_name_that_cannot_be_sent_is_refused_unsent(string name)
    {
        await using var test = await TestClient.StartAsync();
        var source = new UploadSource(name, "text/plain", 1, () => new MemoryStream([1]));
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Files.UploadAsync(source, ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.Empty(test.Server.Requests);
    }

    [Fact]
    public async Task Any_other_file_name_arrives()
    {
        await using var test = await TestClient.StartAsync();
        var file = await test.Client.Files.UploadAsync(
            new UploadSource("Ren\u00e9 \"\u6f22\".txt", "text/plain", 1, () => new MemoryStream([1])), ReadOptions.Default, default);
        Assert.Equal("Ren\u00e9 \"\u6f22\".txt", Uri.UnescapeDataString(file!.FileName!));
    }
}
