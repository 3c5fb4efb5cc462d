using Lucca.Api;
using Lucca.Client.Tests.Models;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Basics;

public sealed class RequestTests
{
    [Fact]
    public async Task Every_request_names_the_version_and_takes_compression()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Compress = true;
        Assert.Equal("Finances", (await test.Client.Departments.GetAsync("32", ReadOptions.Default, default))!.Name);
        var request = Assert.Single(test.ApiRequests);
        Assert.Equal(["2024-11-01"], request.Headers["Api-Version"]);
        Assert.Equal("application/json", request.Headers["Accept"][0]);
        Assert.Equal("gzip", string.Join(", ", request.Headers["Accept-Encoding"]));
        Assert.StartsWith("Bearer ", request.Headers["Authorization"][0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../employees/1?x=1#", "/lucca-api/departments/..%2Femployees%2F1%3Fx%3D1%23")]
    [InlineData("é 漢", "/lucca-api/departments/%C3%A9%20%E6%BC%A2")]
    [InlineData("%2e%2e", "/lucca-api/departments/%252e%252e")]
    public async Task An_id_is_escaped_and_never_a_path(string id, string path)
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Departments.GetAsync(id, ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.NotFound, error.Kind);
        Assert.Equal(path, Assert.Single(test.ApiRequests).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task What_cannot_be_an_id_is_refused_unsent(string id)
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Departments.GetAsync(id, ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.Empty(test.Server.Requests);
    }

    [Fact]
    public async Task Include_is_sent_as_a_comma_list_and_brings_the_links()
    {
        await using var test = await TestClient.StartAsync();
        var department = await test.Client.Departments.GetAsync("32", new ReadOptions { Include = ["links", "embedded"] }, default);
        Assert.Equal("?include=links,embedded", Assert.Single(test.ApiRequests).Query);
        Assert.EndsWith(
            "?applicableJobPosition.department.id=32", department!.Links!["activeEmployees"]!.Href!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"embedded\":{", department.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_tag_brings_nothing_and_another_one_the_department()
    {
        await using var test = await TestClient.StartAsync();
        var tag = (await test.Client.Departments.GetAsync("32", ReadOptions.Default, default))!.ETag;
        Assert.Null(await test.Client.Departments.GetAsync("32", new ReadOptions { IfNoneMatch = tag }, default));
        Assert.NotNull(await test.Client.Departments.GetAsync("32", new ReadOptions { IfNoneMatch = "W/\"other\"" }, default));
        Assert.NotNull(await test.Client.Departments.GetAsync("32", new ReadOptions { IfMatch = tag }, default));
    }

    [Fact]
    public async Task Another_tag_fails_the_precondition_and_a_tag_is_passed_on_as_given()
    {
        await using var test = await TestClient.StartAsync();
        var error = await Assert.ThrowsAsync<LuccaException>(() =>
            test.Client.Departments.GetAsync("32", new ReadOptions { IfMatch = "W/q5sd4w2x1c1gfdg" }, default));
        Assert.Equal(LuccaErrorKind.PreconditionFailed, error.Kind);
        Assert.Equal(["W/q5sd4w2x1c1gfdg"], Assert.Single(test.ApiRequests).Headers["If-Match"]);
    }

    [Fact]
    public async Task The_servers_own_words_make_the_message()
    {
        await using var test = await TestClient.StartAsync();
        const string problem = """
            {
              "type": "about:blank", "title": "One or more validation errors occurred.", "status": 400,
              "errors": { "Id": ["The id field is required."] }, "extensions": { "traceId": "00-abc" }
            }
            """;
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = 400,
                ContentType = "application/problem+json",
                Body = problem,
            });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Departments.GetAsync("32", ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.BadRequest, error.Kind);
        Assert.Equal(400, error.Status);
        Assert.Equal("00-abc", error.TraceId);
        Assert.Contains("One or more validation errors occurred. Id: The id field is required.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["The id field is required."], error.Problem!.Errors!["Id"]!);
    }

    [Fact]
    public async Task Members_that_we_do_not_know_survive()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = """
            {
              "id": 32, "type": "department", "name": "Département é€漢", "brandNew": { "deep": [1, 2.5, "x", null] },
              "manager": { "id": "416", "extra": true }, "sortOrder": null
            }
            """ });
        var department = (await test.Client.Departments.GetAsync("32", ReadOptions.Default, default))!;
        Assert.Equal("32", department.Id);
        Assert.Equal("Département é€漢", department.Name);
        var deep = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(department.AdditionalProperties["brandNew"]);
        Assert.Equal([1L, 2.5m, "x", null], Assert.IsType<object?[]>(deep["deep"]));
        Assert.Equal(true, department.Manager!.AdditionalProperties["extra"]);
    }
}
