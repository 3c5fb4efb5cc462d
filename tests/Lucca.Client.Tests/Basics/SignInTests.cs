using System.Text;
using Lucca.Api;
using Lucca.Client.Tests.Faults;
using Lucca.Emulator;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Basics;

public sealed class SignInTests
{
    [Fact]
    public async Task Asks_for_the_least_scope_at_first_need_and_once()
    {
        await using var test = await TestClient.StartAsync();
        await test.Client.Departments.GetAsync("32", ReadOptions.Default, default);
        await test.Client.Departments.GetAsync("1", ReadOptions.Default, default);
        await test.Client.Employees.GetAsync("416", ReadOptions.Default, default);
        Assert.Equal(["departments.readonly", "employees.readonly"], test.TokenRequests.Select(request => request.Form!["scope"]));
        Assert.All(test.TokenRequests, request => Assert.Equal("client_credentials", request.Form!["grant_type"]));
    }

    [Fact]
    public async Task Takes_the_scope_to_write_when_the_key_lacks_the_one_to_read()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { GrantedScopes = ["departments.readwrite"] });
        Assert.Equal("Finances", (await test.Client.Departments.GetAsync("32", ReadOptions.Default, default))!.Name);
        Assert.Equal(["departments.readonly", "departments.readwrite"], test.TokenRequests.Select(request => request.Form!["scope"]));
    }

    [Fact]
    public async Task A_key_with_neither_scope_is_told_which_one_it_lacks()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { GrantedScopes = ["files.readwrite"] });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Departments.GetAsync("32", ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.Forbidden, error.Kind);
        Assert.Contains("departments.readonly", error.Message, StringComparison.Ordinal);
        Assert.Contains("departments.readwrite", error.Message, StringComparison.Ordinal);
        Assert.Empty(test.ApiRequests);
    }

    [Fact]
    public async Task A_fixed_scope_is_asked_for_whatever_the_call()
    {
        await using var test = await TestClient.StartAsync(
            connect: options => options with { Scope = "departments.readonly employees.readonly" });
        await test.Client.Departments.GetAsync("32", ReadOptions.Default, default);
        await test.Client.Employees.GetAsync("416", ReadOptions.Default, default);
        Assert.Equal("departments.readonly employees.readonly", Assert.Single(test.TokenRequests).Form!["scope"]);
    }

    [Fact]
    public async Task A_wrong_secret_fails_the_sign_in_and_shows_nowhere()
    {
        const string Secret = "wr0ng&secret";
        await using var test = await TestClient.StartAsync(connect: options => TestClient.OptionsFor(options.BaseUri, Secret));
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Transport.SignInAsync(test.Notes, default));
        Assert.Equal(LuccaErrorKind.SignInFailed, error.Kind);
        Assert.Equal("invalid_client", error.OAuthError);
        Assert.DoesNotContain(Secret, error + test.NotesText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emulator", "s3cret\n", "The client secret ends with a line feed.")]
    [InlineData("emulator", "s3cret\t", "The client secret ends with a tab.")]
    [InlineData("emulator", "\ufeffs3cret", "The client secret begins with an invisible character.")]
    [InlineData("emulator", "s3cret\u00a0", "The client secret ends with an invisible character.")]
    [InlineData("emulator ", "s3cret", "The client id ends with a space.")]
    [InlineData("emulator", "s3 cret", null)]
    public async Task A_refused_key_is_told_what_shows_at_its_ends(string id, string secret, string? flaw)
    {
        await using var test = await TestClient.StartAsync(
            connect: options =>
                options with { Credential = new ClientCredential(id, new System.Net.NetworkCredential("", secret).SecurePassword) });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Transport.SignInAsync(test.Notes, default));
        Assert.Equal((LuccaErrorKind.SignInFailed, flaw), (error.Kind, error.KeyFlaw));
        Assert.EndsWith(flaw ?? "is wrong.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", error.ToString().Replace("secret", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_refused_key_is_told_with_the_words_of_the_server_but_no_secret_and_no_control_character(int status)
    {
        await using var test = await TestClient.StartAsync();
        Refuse(test, status, """{"error":"invalid_client","error_description":"Locked\u001b[2J, client_secret=s3cr3t."}""");
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Transport.SignInAsync(test.Notes, default));
        Assert.Equal((LuccaErrorKind.SignInFailed, "invalid_client"), (error.Kind, error.OAuthError));
        Assert.Equal(
            $"{test.Options.TokenUri} refused the client id 'emulator' or its client secret (invalid_client): "
            + "Locked[2J, client_secret=***.",
            error.Message);
    }

    [Theory]
    [InlineData("""{"error":"invalid_client","error_description":"wr0ng&secret is not known"}""")]
    [InlineData("""{"error":"wr0ng\u0026secret","error_description":"no"}""")]
    [InlineData("""{"error":"invalid_request","error_description":"cannot read WR0NG%26SECRET"}""")]
    [InlineData("""{"error":"invalid_client","error_description":"wr0ng&amp;secret"}""")]
    [InlineData("""<p>wr0ng&amp;secret</p>""")]
    [InlineData("""{"title":"wr0ng&secret"}""")]
    public async Task A_token_endpoint_that_repeats_the_secret_shows_it_nowhere(string body)
    {
        await using var test = await TestClient.StartAsync(connect: options => TestClient.OptionsFor(options.BaseUri, "wr0ng&secret"));
        Refuse(test, 400, body);
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Transport.SignInAsync(test.Notes, default));
        var shown = $"{error} {error.OAuthError} {(error.InnerException as LuccaException)?.Response} {test.NotesText()}";
        Assert.DoesNotContain("wr0ng", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_endpoint_that_grants_the_secret_as_a_scope_shows_it_nowhere()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault
            {
                Path = "connect/token",
                Kind = FaultKind.Replace,
                Body = """{"access_token":"t","scope":"emulator-secret"}""",
                Times = -1,
            });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        Assert.DoesNotContain("emulator-secret", $"{error}{test.NotesText()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_repeats_the_access_token_in_its_own_words_shows_it_nowhere()
    {
        await using var test = await TestClient.StartAsync(
            connect: options =>
                options with { Token = new System.Net.NetworkCredential("", "0paque-t0ken").SecurePassword, Credential = null });
        test.Server.Faults.Add(
            new Fault
            {
                Path = "departments",
                Kind = FaultKind.Status,
                Status = 400,
                Body = """{"title":"I do not know 0paque\u002dt0ken"}""",
                ContentType = "application/problem+json",
                Headers = { ["X-Request-Id"] = "0paque-t0ken" },
            });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.DepartmentNameAsync());
        var header = error.Response!.Headers["X-Request-Id"][0];
        var shown = $"{error} {error.Problem?.Title} {error.TraceId} {error.Response} {header} {test.NotesText()}";
        Assert.DoesNotContain("t0ken", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "unauthorized_client")]
    [InlineData(400, "invalid_request")]
    [InlineData(403, "access_denied")]
    public async Task A_refusal_of_another_reason_is_not_blamed_on_the_secret(int status, string code)
    {
        await using var test = await TestClient.StartAsync();
        Refuse(test, status, $$"""{"error":"{{code}}","error_description":"Not for you"}""");
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Transport.SignInAsync(test.Notes, default));
        Assert.Equal(LuccaErrorKind.SignInFailed, error.Kind);
        Assert.Equal($"{test.Options.TokenUri} gave no token ({code}): Not for you.", error.Message);
    }

    [Fact]
    public async Task A_refused_key_is_tried_once_whoever_asks_and_however_often()
    {
        // The refusal waits until all have asked.
        using var allAsked = new ManualResetEventSlim();
        var body = """{"error":"invalid_client"}""";
        await using var endpoint = new RawServer(_ =>
        {
            allAsked.Wait();
            return Encoding.ASCII.GetBytes(
                $"HTTP/1.1 401 No\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        });
        await using var test = await TestClient.StartAsync(
            connect: options => options with { TokenUri = new Uri(endpoint.Address, "/token") });
        Task<string?>[] calls = [.. Enumerable.Range(0, 10).Select(_ => test.DepartmentNameAsync())];
        await Calls.UntilAsync(() => !endpoint.Heads.IsEmpty);
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        allAsked.Set();
        await Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<LuccaException>(() => call)));
        var later = await Assert.ThrowsAsync<LuccaException>(() => test.Client.Employees.GetAsync("416", ReadOptions.Default, default));
        Assert.Equal((LuccaErrorKind.SignInFailed, "invalid_client"), (later.Kind, later.OAuthError));
        Assert.Single(endpoint.Heads);
        Assert.Empty(test.Server.Requests);
    }

    [Fact]
    public async Task A_refused_key_is_tried_once_though_two_scopes_are_asked_for_at_the_same_time()
    {
        await using var test = await TestClient.StartAsync(connect: options => TestClient.OptionsFor(options.BaseUri, "wrong"));
        test.Server.Faults.Add(new Fault { Path = "connect/token", Delay = 300, Times = -1 });
        var calls = new[]
        {
            test.Client.Departments.GetAsync("32", ReadOptions.Default, default) as Task,
            test.Client.Employees.GetAsync("416", ReadOptions.Default, default),
        };
        foreach (var call in calls)
        {
            Assert.Equal(LuccaErrorKind.SignInFailed, (await Assert.ThrowsAsync<LuccaException>(() => call)).Kind);
        }

        Assert.Single(test.TokenRequests);
    }

    [Fact]
    public async Task A_grant_that_is_narrower_than_asked_names_the_scope_that_is_missing()
    {
        await using var test = await TestClient.StartAsync(
            new TenantOptions { GrantedScopes = ["departments.readonly"], NarrowsScope = true },
            options => options with { Scope = "departments.readonly employees.readonly" });
        var error = await Assert.ThrowsAsync<LuccaException>(() => test.Transport.SignInAsync(test.Notes, default));
        Assert.Equal(LuccaErrorKind.Forbidden, error.Kind);
        Assert.StartsWith("The integration key does not have the scope employees.readonly:", error.Message, StringComparison.Ordinal);
        Assert.Empty(test.ApiRequests);
    }

    [Theory]
    [InlineData("""{"access_token":"t"}""")]
    [InlineData("""{"access_token":"t","scope":null}""")]
    [InlineData("""{"access_token":"t","scope":""}""")]
    [InlineData("""{"access_token":"t","scope":"departments.readonly"}""")]
    [InlineData("""{"access_token":"t","scope":"openid departments.readwrite"}""")]
    public async Task A_grant_of_what_was_asked_or_more_is_taken(string response)
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(
            new Fault { Path = "connect/token", Kind = FaultKind.Replace, Body = response },
            new Fault { Path = "departments", Kind = FaultKind.Replace, Body = """{"id":"32","name":"Finances"}""" });
        Assert.Equal("Finances", (await test.Client.Departments.GetAsync("32", ReadOptions.Default, default))!.Name);
    }

    [Fact]
    public async Task Closing_leaves_the_key_to_the_caller_that_gave_it()
    {
        await using var test = await TestClient.StartAsync();
        await test.Transport.SignInAsync(test.Notes, default);
        test.Transport.Dispose();
        Assert.Equal("emulator-secret", new System.Net.NetworkCredential("", test.Options.Credential!.ClientSecret).Password);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => test.Transport.SignInAsync(test.Notes, default));
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_once_and_unseen()
    {
        await using var test = await TestClient.StartAsync();
        await test.Client.Departments.GetAsync("32", ReadOptions.Default, default);
        test.Server.Tenant.RevokeTokens();
        Assert.NotNull(await test.Client.Departments.GetAsync("32", ReadOptions.Default, default));
        Assert.Equal(2, test.TokenRequests.Count);
        Assert.Equal(3, test.ApiRequests.Count);
    }

    [Fact]
    public async Task Many_calls_at_once_ask_for_one_token()
    {
        await using var test = await TestClient.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => test.Client.Departments.GetAsync("32", ReadOptions.Default, default)));
        Assert.Single(test.TokenRequests);
    }

    [Fact]
    public async Task Neither_the_secret_nor_the_token_is_traced()
    {
        await using var test = await TestClient.StartAsync();
        await test.Client.Employees.GetAsync("416", new ReadOptions { Include = ["links"] }, default);
        var notes = test.NotesText();
        Assert.Contains("GET /lucca-api/employees/416", notes, StringComparison.Ordinal);
        Assert.Contains("token=***", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("emulator-secret", notes, StringComparison.Ordinal);
        Assert.All(
            test.ApiRequests,
            request => Assert.DoesNotContain(request.Headers["Authorization"][0]["Bearer ".Length..], notes, StringComparison.Ordinal));
    }

    private static void Refuse(TestClient test, int status, string body) =>
        test.Server.Faults.Add(new Fault { Path = "connect/token", Kind = FaultKind.Status, Status = status, Body = body, Times = -1 });
}
