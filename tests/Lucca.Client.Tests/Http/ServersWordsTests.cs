using System.Diagnostics;
using System.Text;
using Lucca.Api;
using Lucca.Client.Tests.Faults;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Http;

/// <summary>
/// What a server says is data: it moves no cursor, takes no seconds to look through, and is understood in the forms that it may have.
/// </summary>
public sealed class ServersWordsTests
{
    private const string Escapes = "\u001b[31mred\u001b]0;title\u0007\u009b2J\u202e";

    [Theory]
    [InlineData(
        "application/problem+json",
        """{"title":"Bad \u001b[31mred\u001b]0;title\u0007\u009b2J\u202e","errors":{"a\u001b[1m":["b\u0000"]}}""")]
    [InlineData("text/html", Escapes)]
    [InlineData("application/json", """{"error":"in\u001b[1mvalid"}""")]
    public async Task Control_characters_reach_no_message_and_no_note(string mediaType, string body)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = 400,
                Body = body,
                ContentType = mediaType,
                Headers = { ["Server"] = "a\u00e9" },
            });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        var shown = $"{error} {error.Problem?.Title} {error.OAuthError} {error.TraceId} {error.Response!.Body} {test.NotesText()}";
        Assert.DoesNotContain(shown, c => (char.IsControl(c) && c is not ('\r' or '\n' or '\t')) || c == '\u202e');
    }

    [Fact]
    public async Task Words_on_several_lines_are_one_sentence()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = 400,
                Body = """{"detail":"One.\r\nTwo."}""",
                ContentType = "application/problem+json",
            });
        Assert.Equal("One.  Two. (HTTP 400)", (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Message);
    }

    [Theory]
    [InlineData("eyJ-")]
    [InlineData("eyJ.")]
    [InlineData("eyJ")]
    [InlineData(" ")]
    [InlineData("Bearer ")]
    [InlineData("Bearer \t")]
    [InlineData("\"token\":")]
    [InlineData("\"token\":\"")]
    [InlineData("token=")]
    [InlineData("\\\"")]
    [InlineData("\\")]
    [InlineData("a.")]
    public void A_page_of_anything_is_looked_through_at_once(string part)
    {
        var page = string.Concat(Enumerable.Repeat(part, 65_536 / part.Length));
        Redactor.Text(page[..1000]);
        var start = Stopwatch.GetTimestamp();
        Redactor.Text("Bearer" + page);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 3); // it takes milliseconds; some pages took many seconds
    }

    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")]
    [InlineData("x-eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0")]
    [InlineData("eyJ.eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0")]
    [InlineData("eyJhbGciOiJkaXIifQ..iv.text.tag")]
    public void A_token_is_found_wherever_it_stands(string text) =>
        Assert.DoesNotContain("hbGciOi", Redactor.Text($"a {text} b"), StringComparison.Ordinal);

    [Theory]
    [InlineData("eyJ-short.txt")]
    [InlineData("www.example.com and eyJ")]
    public void What_is_none_stays(string text) => Assert.Equal(text, Redactor.Text(text));

    [Fact]
    public async Task JSON_with_a_byte_order_mark_is_JSON()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Replace,
                BodyBytes = [.. Encoding.UTF8.Preamble, .. "{\"id\":\"32\",\"name\":\"marked\"}"u8],
                ContentType = "application/json",
            },
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = 404,
                BodyBytes = [.. Encoding.UTF8.Preamble, .. "{\"detail\":\"Gone.\"}"u8],
                ContentType = "application/problem+json",
            });
        Assert.Equal("marked", await test.DepartmentNameAsync());
        Assert.Equal("Gone. (HTTP 404)", (await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync())).Message);
    }

    [Theory]
    [InlineData("@1688169599", null, "/lucca-api/departments is deprecated as of 2023-06-30, says ")]
    [InlineData("true", "Sat, 31 Dec 2033 23:59:59 GMT", "/lucca-api/departments is deprecated and goes away on 2033-12-31, says ")]
    [InlineData(null, "next year", "/lucca-api/departments goes away on next year, says ")]
    public async Task What_the_API_means_to_take_away_is_a_warning_once(string? deprecation, string? sunset, string warning)
    {
        await using var test = await TestClient.StartAsync();
        var fault = new Fault { Path = "lucca-api", Kind = FaultKind.ExtraHeaders, Times = -1 };
        foreach (var (name, value) in new[] { ("Deprecation", deprecation), ("Sunset", sunset) })
        {
            if (value is not null)
            {
                fault.Headers[name] = value;
            }
        }

        test.Server.Faults.Add(fault);
        await test.Client.Departments.GetAsync("32", ReadOptions.Default, default);
        await test.Client.Departments.GetAsync("33", ReadOptions.Default, default);
        await test.DepartmentIdsAsync();
        Assert.StartsWith(warning, Assert.Single(Warnings(test)), StringComparison.Ordinal);
        await test.Client.Employees.GetAsync("401", ReadOptions.Default, default);
        Assert.StartsWith("/lucca-api/employees", Assert.Single(Warnings(test)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    [InlineData(201)]
    public async Task A_write_that_is_answered_without_a_body_is_done(int status)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "webhook|files", Kind = FaultKind.Status, Status = status, Times = -1 });
        Assert.Null(
            await test.Client.Webhooks.UpdateEndpointAsync("1", new WebhookEndpointSettings { Status = "inactive" }, null, default));
        Assert.Null(await test.Client.Webhooks.PingAsync("1", default));
        Assert.Null(
            await test.Client.Files.UploadAsync(
                new UploadSource("a.txt", "text/plain", 1, () => new MemoryStream([1])), ReadOptions.Default, default));
        Assert.Equal(3, test.ApiRequests.Count);
    }

    private static List<string> Warnings(TestClient test)
    {
        var warnings = new List<string>();
        while (test.Notes.TryTake(out var note))
        {
            if (note.Kind == NoteKind.Warning)
            {
                warnings.Add(note.Text);
            }
        }

        return warnings;
    }
}
