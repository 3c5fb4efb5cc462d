using System.Text;
using Lucca.Api;
using Xunit;

namespace Lucca.Client.Tests.Models;

/// <summary>Each object of a page gives its own part of the response, which is gone by then, byte for byte.</summary>
public sealed class ToJsonTests
{
    private static readonly string[] Items =
    [
        """{"id":"1","name":"Ångström ☃"}""", """{ "id" : "2", "new": [1, {"a": null}] }""", """{"id":"3"}""",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("\ufeff")]
    public void An_item_is_its_own_part(string mark)
    {
        var page = ReadAndForget($$"""{{mark}}{"totalCount":3,"items":[{{string.Join(" , ", Items)}}]}""");
        Assert.Equal(Items, page.Whole().Select(item => item.ToJson()));
        GC.Collect();
        Assert.Equal(Items, page.Whole().Select(item => item.ToJson()));
    }

    [Fact]
    public void A_page_of_many_is_kept_packed_and_given_part_by_part()
    {
        string[] items = [.. Enumerable.Range(1, 300).Select(number => $$"""{"id":"{{number}}","name":"Ångström {{number}}"}""")];
        var page = ReadAndForget($$"""{"items":[{{string.Join(',', items)}}]}""");
        Assert.Equal(items, page.Whole().Select(item => item.ToJson()));
    }

    [Fact]
    public void What_came_along_is_its_own_part_too()
    {
        const string Position = """{"id":"7","jobTitle":"CFO"}""";
        const string Json =
            """{"items":[{"id":"1","applicableJobPosition":{"id":"7"}}],"embedded":{"job-position":{"7":""" + Position + "}}}";
        var page = PageReader.Read<EmployeeRow>(Encoding.UTF8.GetBytes(Json), LuccaJson.Of<EmployeeRow>(), withLinks: false);
        Assert.Equal(Position, page.Whole()[0].JobPosition!.ToJson());
    }

    [Fact]
    public void Links_are_there_when_they_are_wanted_and_in_the_JSON_always()
    {
        const string Item = """{"id":"1","links":{"self":{"href":"https://example.ilucca.net/x"}}}""";
        foreach (var wanted in new[] { true, false })
        {
            var department = PageReader.Read<Department>(
                Encoding.UTF8.GetBytes($$"""{"items":[{{Item}}]}"""), LuccaJson.Of<Department>(), wanted).Whole()[0];
            Assert.Equal(wanted, department.Links is not null);
            Assert.Equal(Item, department.ToJson());
        }
    }

    [Theory]
    [InlineData("""https://a.example/files/1?token=h1dden""")]
    [InlineData("""https://a.example/files/1?x=1\u0026token=h1dden""")]
    [InlineData("""https:\/\/a.example\/files\/1\u003Ft\u006fken\u003dh1dden\u0026x=1""")]
    [InlineData("""https://a.example/files/1?tok%65n=h1dden""")]
    [InlineData("""/login?back=%252Ffiles%252F1%253Ftoken%253Dh1dden""")]
    public void The_token_of_an_address_is_hidden_however_it_is_spelled(string href)
    {
        var department = $$$"""{"id":"1","name":"A \u0026 B","links":{"file":{"href":"{{{href}}}"}},"other":{"href":"{{{href}}}"}}""";
        var json = ReadAndForget($$"""{"items":[{{department}}]}""").Items(MalformedItemError.Throw)[0].ToJson();
        Assert.DoesNotContain("h1dden", json, StringComparison.Ordinal);
        Assert.Contains("***", json, StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"1","name":"A \u0026 B",""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"1","secret":"h1dden"}""")]
    [InlineData("""{"id":"1","secr\u0065t":"x\"h1dden"}""")]
    public void A_secret_is_hidden(string item)
    {
        var page = PageReader.Read<WebhookEndpoint>(
            Encoding.UTF8.GetBytes($$"""{"items":[{{item}}]}"""), LuccaJson.Of<WebhookEndpoint>(), withLinks: false);
        Assert.DoesNotContain("h1dden", page.Items(MalformedItemError.Throw)[0].ToJson(), StringComparison.Ordinal);
    }

    private static Page<Department> ReadAndForget(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var page = PageReader.Read<Department>(bytes, LuccaJson.Of<Department>(), withLinks: false);
        Array.Clear(bytes);
        return page;
    }
}
