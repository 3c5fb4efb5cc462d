using System.Text;
using Lucca.Api;
using Lucca.Client.Tests.Models;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>A response that is not what the API promises is an error that says so, at the first look.</summary>
public sealed class LyingJsonTests
{
    public static TheoryData<string> WrongObjects =>
    [
        "", " ", "null", "[]", "5", "\"text\"", "{", "{}", "{\"id\":\"32\",\"name\":", "{\"id\":\"32\"}}", "<html></html>",
        """{"id":null}""", """{"id":""}""", """{"id":{}}""", """{"id":true}""", """{"id":1.5}""",
        """{"id":"32","level":"deep"}""", """{"id":"32","level":1e99}""", """{"id":"32","isArchived":"yes"}""", """{"id":"32","name":{}}""",
        """{"id":"32","parent":5}""", """{"id":"32","parent":{"type":"department"}}""",
        """{"id":"32","links":5}""", """{"id":"32","links":{"a":"b"}}""", """{"id":"32","links":{"a":{"href":5}}}""",
    ];

    [Theory]
    [MemberData(nameof(WrongObjects))]
    public async Task A_wrong_object_is_a_bad_reply(string body)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = body });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.BadReply, 200, 1), (error.Kind, error.Status, error.Attempts));
        Assert.Contains(test.Server.Address.Authority, error.Message, StringComparison.Ordinal);
    }

    /// <summary>The day and the month of it could be either.</summary>
    [Theory]
    [InlineData("03/04/2025")]
    [InlineData("3 April 2025")]
    [InlineData("08:00")]
    public async Task A_timestamp_in_another_form_is_a_bad_reply(string timestamp)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "legal-entities", Kind = FaultKind.Replace, Body = $$$"""{"id":"1","createdAt":"{{{timestamp}}}"}""" });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => test.Client.Of(Resources.LegalEntities).GetAsync("1", ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.BadReply, error.Kind);
        Assert.Contains("createdAt", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"32","name":"a\ud800"}""", "a\ufffd")]
    [InlineData("""{"id":"32","name":"\udc00\ud800\udc00\ud800"}""", "\ufffd\U00010000\ufffd")]
    [InlineData("""{"id":"32","name":"\\ud800","\ud800":1}""", @"\ud800")]
    public async Task Half_a_character_costs_no_more_than_itself(string body, string name)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = body });
        Assert.Equal(name, await test.DepartmentNameAsync());
    }

    [Fact]
    public Task An_object_nested_without_end_is_a_bad_reply() =>
        A_wrong_object_is_a_bad_reply("""{"id":"32","x":""" + new string('[', 100_000));

    [Fact]
    public async Task Embedded_objects_that_refer_to_each_other_without_end_are_read()
    {
        const int count = 50_000;
        var chain = string.Join(',', Enumerable.Range(0, count).Select(i => $$$"""
            "{{{i}}}":{"id":"{{{i}}}","parent":{"id":"{{{(i + 1) % count}}}"}}
            """));
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Replace,
                Body = "{\"id\":\"32\",\"parent\":{\"id\":\"0\"},\"embedded\":{\"department\":{" + chain + "}}}",
            });
        var department = await test.Client.Departments.GetAsync("32", ReadOptions.Default, default);
        Assert.Equal("1", Assert.IsType<Department>(department!.Parent).Parent!.Id);
    }

    [Theory]
    [InlineData("""{"id":"32","embedded":5}""", "embedded")]
    [InlineData("""{"id":"32","embedded":{"department":{"1":5}}}""", "department '1' at $")]
    [InlineData("""{"id":"32","embedded":{"\ud800":{}}}""", null)]
    public async Task What_is_embedded_and_does_not_fit_is_left_out(string body, string? leftOut)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = body });
        var department = await test.Client.Departments.GetAsync("32", ReadOptions.Default, default);
        Assert.Equal("32", department!.Id);
        Assert.Equal(leftOut, department.Omitted is null ? null : Assert.Single(department.Omitted));
    }

    [Theory]
    [InlineData("""{"id":"32"}""")]
    [InlineData("""{"id":32,"name":null,"parent":null,"manager":null,"links":null,"embedded":null}""")]
    [InlineData("""{"id":"32","embedded":{"employee":null},"links":{"activeEmployees":null}}""")]
    [InlineData("""{"id":"1","id":"32","name":"a","name":"b","x":1,"x":2,"X":3}""")]
    [InlineData("""{"id":"32","x":"\ud800","y":{"\udc00":["\udfff"]},"z":1e999,"w":-0.0}""")]
    public async Task What_is_only_unusual_is_read(string body)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Replace,
                BodyBytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)],
                ContentType = "application/json",
            });
        var department = await test.Client.Departments.GetAsync("32", ReadOptions.Default, default);
        Assert.Equal("32", department!.Id);
        Assert.NotNull(department.AdditionalProperties);
    }

    [Theory]
    [InlineData("text/html", 200)]
    [InlineData("text/plain", 200)]
    [InlineData("application/jsonp", 200)]
    [InlineData("nonsense", 200)]
    public async Task Another_media_type_is_a_bad_response_that_names_it(string mediaType, int status)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Replace,
                Status = status,
                Body = """{"id":"32"}""",
                ContentType = mediaType,
            });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(LuccaErrorKind.BadReply, error.Kind);
        Assert.Contains(
            mediaType.Contains('/', StringComparison.Ordinal) ? $"sent {mediaType} instead of JSON"
                : "sent no media type", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Html, null)]
    [InlineData(FaultKind.Replace, 204)]
    [InlineData(FaultKind.Status, 304)]
    public async Task A_page_or_nothing_at_all_is_a_bad_reply(FaultKind kind, int? status)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = kind, Status = status });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.BadReply, 1), (error.Kind, error.Attempts));
    }
}
