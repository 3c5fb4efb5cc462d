using System.Net;
using Lucca.Api;
using Lucca.Client.Tests.Models;
using Lucca.Emulator;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Facts;

/// <summary>The scopes that the client knows, and those that the emulator grants, are those of the facts.</summary>
public sealed class ScopeTests
{
    public static TheoryNames Names => Example.Names;

    private static IEnumerable<string> Documented =>
        FactsFile.Scopes.SelectMany(scope => scope.Rights.Select(right => $"{scope.Name}.{right}"));

    [Fact]
    public void The_client_knows_the_documented_scopes_and_no_other() =>
        Assert.Equal(Documented.Order(StringComparer.Ordinal), ApiScopes.All.Select(scope => scope.Scope));

    [Fact]
    public void Every_path_has_the_scopes_that_are_documented_for_it() =>
        Assert.All(FactsFile.Scopes, scope => Assert.All(scope.Paths, path => Assert.Equal(scope.Name, ApiScopes.NameFor(path))));

    [Fact]
    public void No_scope_to_write_is_invented()
    {
        foreach (var scope in FactsFile.Scopes)
        {
            Assert.Equal(scope.Rights.Contains("readwrite") ? $"{scope.Name}.readwrite" : null, Scopes.Wider($"{scope.Name}.readonly"));
        }

        Assert.Null(Scopes.Wider("no-such.readonly"));
    }

    [Fact]
    public async Task The_emulator_grants_the_documented_scopes_and_no_other()
    {
        await using var test = await TestClient.StartAsync();
        using var http = new HttpClient();
        var scopes = FactsFile.Scopes.SelectMany(scope => new[] { $"{scope.Name}.readonly", $"{scope.Name}.readwrite" })
            .Append("users.readonly");
        foreach (var scope in scopes)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "emulator",
                ["client_secret"] = "emulator-secret",
                ["scope"] = scope,
            });
            using var response = await http.PostAsync(test.Options.TokenUri, form, TestContext.Current.CancellationToken);
            Assert.True((response.StatusCode == HttpStatusCode.OK) == Documented.Contains(scope), $"{scope}: {response.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_emulator_lets_the_documented_scope_read_a_resource_and_lets_no_other(string name)
    {
        var resource = Resources.All.Single(one => one.Name == name);
        var scope = FactsFile.Scopes.Single(one => one.Paths.Contains(resource.Path)).Name + ".readonly";
        await using var test = await TestClient.StartAsync(new TenantOptions { GrantedScopes = [scope, "leaves.readonly"] });

        // Whether there is such a thing, or a token for it, is asked only after the scope.
        Assert.NotEqual(LuccaErrorKind.Forbidden, await ReadAsync(scope));
        Assert.Equal(LuccaErrorKind.Forbidden, await ReadAsync("leaves.readonly"));

        async Task<LuccaErrorKind> ReadAsync(string with)
        {
            var request = LuccaRequest.Get(resource.Path, "no-such") with { Scope = with };
            return (await Assert.ThrowsAsync<LuccaException>(() => test.Client.SendAsync(request, (_, _) => Task.FromResult(0), default)))
                .Kind;
        }
    }

    [Fact]
    public async Task Definitions_of_attributes_are_read_with_the_attributes_scope_where_theirs_is_unknown()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { GrantedScopes = ["employee-attributes.readonly"] });
        var definitions = test.Client.Of(Resources.EmployeeAttributeDefinitions);
        Assert.NotNull(await definitions.GetAsync("e_children", ReadOptions.Default, default));
        Assert.NotNull(await definitions.GetAsync("e_workload", ReadOptions.Default, default));
        Assert.Equal(
            ["employee-attribute-definitions.readonly", "employee-attribute-definitions.readwrite", "employee-attributes.readonly"],
            test.TokenRequests.Select(request => request.Form!["scope"]));
        test.Server.Tenant.RevokeTokens();
        Assert.NotNull(await definitions.GetAsync("e_children", ReadOptions.Default, default));
        Assert.Equal("employee-attributes.readonly", test.TokenRequests[3].Form!["scope"]);
        Assert.Equal(4, test.TokenRequests.Count);
    }

    [Fact]
    public async Task A_key_without_any_scope_for_definitions_is_told_all_that_would_do()
    {
        await using var test = await TestClient.StartAsync(new TenantOptions { GrantedScopes = ["files.readonly"] });
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => test.Client.Of(Resources.EmployeeAttributeDefinitions).GetAsync("e_children", ReadOptions.Default, default));
        Assert.Equal(LuccaErrorKind.Forbidden, error.Kind);
        Assert.Contains("employee-attribute-definitions.readonly", error.Message, StringComparison.Ordinal);
        Assert.Contains("employee-attributes.readwrite", error.Message, StringComparison.Ordinal);
        Assert.Empty(test.ApiRequests);
    }
}
