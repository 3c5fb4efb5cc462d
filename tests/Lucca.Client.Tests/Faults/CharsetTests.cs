using System.Text;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>Text is read as its charset says, or refused by name. Nothing of it is lost in silence.</summary>
public sealed class CharsetTests
{
    private const string Body = """{"id":"32","name":"Crédit"}""";

    [Theory]
    [InlineData("iso-8859-1", "iso-8859-1")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    [InlineData("iso-8859-1", "\"ISO-8859-1\"")]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("utf-8", "utf8")]
    public async Task Text_is_read_as_its_charset_says(string encoding, string? charset)
    {
        await using var test = await TestClient.StartAsync();
        var text = Encoding.GetEncoding(encoding);
        byte[] mark = charset is null ? text.GetPreamble() : [];
        Send(test, [.. mark, .. text.GetBytes(Body)], charset);
        Assert.Equal("Crédit", await test.DepartmentNameAsync());
    }

    [Theory]
    [InlineData("x-unheard-of", "x-unheard-of")]
    [InlineData("utf-7", "utf-7")]
    [InlineData(null, "not UTF-8")]
    [InlineData("utf-8", "not UTF-8")]
    [InlineData("us-ascii", "us-ascii")]
    public async Task What_cannot_be_read_is_refused_by_name(string? charset, string said)
    {
        await using var test = await TestClient.StartAsync();
        Send(test, Encoding.Latin1.GetBytes(Body), charset);
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.BadReply, 200, 1), (error.Kind, error.Status, error.Attempts));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_an_error_are_read_so_too()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault
        {
            Path = "departments",
            Kind = FaultKind.Status,
            Status = 400,
            BodyBytes = Encoding.Latin1.GetBytes("""{"title":"Clé refusée"}"""),
            ContentType = "application/problem+json; charset=iso-8859-1",
        });
        Assert.Contains(
            "Clé refusée", (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Message, StringComparison.Ordinal);
    }

    /// <summary>Of members with one name the last counts, in whatever case; a warning names them.</summary>
    [Theory]
    [InlineData("""{"id":"32","name":"a","name":"b"}""", "name")]
    [InlineData("""{"id":"32","name":"a","Name":"b"}""", "name")]
    [InlineData("""{"id":"32","Name":"a","name":"b"}""", "name")]
    [InlineData("""{"id":"32","NAME":"x","name":"a","n\u0061me":"b"}""", "name")]
    [InlineData("""{"id":"32","name":"b","other":{"x":[{"y":1,"Y":2}]}}""", "other.x.y")]
    public async Task A_member_that_stands_twice_is_read_with_a_warning(string body, string named)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = body });
        Assert.Equal("b", await test.DepartmentNameAsync());
        Assert.Contains($"'{named}' more than once", test.NotesText(), StringComparison.Ordinal);
    }

    /// <summary>What is embedded stands under its id, and ids may differ by case alone.</summary>
    [Fact]
    public async Task Ids_that_differ_by_case_are_two()
    {
        await using var test = await TestClient.StartAsync();
        const string Embedded = """{"department":{"a":{"id":"a","name":"one"},"A":{"id":"A","name":"two"}}}""";
        const string Body = $$"""{"id":"32","name":"b","parent":{"id":"A"},"embedded":{{Embedded}}}""";
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Replace, Body = Body });
        var department = await test.Client.Departments.GetAsync("32", Lucca.Api.ReadOptions.Default, default);
        Assert.Equal("two", department!.Parent!.ToString());
        Assert.DoesNotContain("more than once", test.NotesText(), StringComparison.Ordinal);
    }

    private static void Send(TestClient test, byte[] body, string? charset) => test.Server.Faults.Add(new Fault
    {
        Path = "departments",
        Kind = FaultKind.Replace,
        BodyBytes = body,
        ContentType = "application/json" + (charset is null ? "" : $"; charset={charset}"),
    });
}
