using System.Net;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

public sealed class LyingTokenTests
{
    private readonly JumpClock _clock = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("5")]
    [InlineData("""{"error":"\ud800"}""")]
    [InlineData("<html>")]
    [InlineData("""{"access_token":null}""")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":5}""")]
    [InlineData("""{"access_token":"a\nb"}""")]
    [InlineData("""{"access_token":"a b"}""")]
    [InlineData("""{"access_token":"tök\u0000n"}""")]
    [InlineData("""{"access_token":"t","expires_in":"soon"}""")]
    public async Task A_token_response_without_a_token_is_a_bad_reply(string body)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "connect/token", Kind = FaultKind.Replace, Body = body, Times = -1 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(LuccaErrorKind.BadReply, error.Kind);
        Assert.StartsWith($"There is no token endpoint at {test.Options.TokenUri}", error.Message, StringComparison.Ordinal);
        Assert.Single(test.Server.Requests);
    }

    [Theory]
    [InlineData(404, "<html>Nothing here</html>")]
    [InlineData(404, """{"status":404,"error":"Not Found"}""")]
    [InlineData(405, "")]
    [InlineData(400, "Bad request")]
    [InlineData(400, "[]")]
    [InlineData(400, """{"error":null}""")]
    [InlineData(401, "<html>Sign in</html>")]
    [InlineData(302, "")]
    public async Task A_refusal_that_is_not_of_OAuth_says_that_no_token_endpoint_is_there(int status, string body)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "connect/token", Kind = FaultKind.Status, Status = status, Body = body, Times = -1 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(LuccaErrorKind.BadReply, error.Kind);
        Assert.StartsWith(
            $"There is no token endpoint at {test.Options.TokenUri}: it sent HTTP {status}", error.Message, StringComparison.Ordinal);
        Assert.Single(test.Server.Requests);
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("1e999")]
    [InlineData("-1e300")]
    [InlineData("0")]
    [InlineData("0.5")]
    [InlineData("null")]
    [InlineData("\"1800\"")]
    public async Task Any_length_of_life_is_survived(string seconds)
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(
            new Fault { Path = "connect/token", Kind = FaultKind.Replace, Body = $$"""{"access_token":"t","expires_in":{{seconds}}}""" },
            new Fault { Path = "departments", Kind = FaultKind.Replace, Body = """{"id":"32","name":"Finances"}""" });
        Assert.Equal("Finances", await test.DepartmentNameAsync());
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("tök")]
    [InlineData("")]
    public async Task A_given_token_that_cannot_be_one_is_refused_unsent(string token)
    {
        await using var test = await TestClient.StartAsync(
            connect: options => options with { Credential = null, Token = new NetworkCredential("", token).SecurePassword });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal(LuccaErrorKind.SignInFailed, error.Kind);
        Assert.Empty(test.Server.Requests);
    }

    [Fact]
    public async Task A_token_endpoint_that_fails_counts_its_own_attempts()
    {
        await using var test = await Calls.StartAsync(_clock);
        test.Server.Faults.Add(new Fault { Path = "connect/token", Kind = FaultKind.Status, Status = 503, Times = -1 });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.Equal((LuccaErrorKind.Unavailable, 6, 6), (error.Kind, error.Attempts, test.Server.Requests.Count));
        Assert.Equal(_clock.Delays.Sum(delay => delay.TotalSeconds), error.Waited.TotalSeconds, tolerance: 0.01);
        Assert.StartsWith($"No token from {test.Options.TokenUri}: ", error.Message, StringComparison.Ordinal);
    }
}
