using System.Text;
using Lucca.Api;
using Lucca.Client.Tests.Models;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>
/// Whatever becomes of a response, a call ends: with a result whose members can be read, or with a named error. And nothing goes to the
/// other host that the responses are full of.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Rounds = 400;

    private static readonly TimeSpan Never = TimeSpan.FromSeconds(60);

    private readonly int _seed = Environment.TickCount;

    [Fact]
    public async Task A_mutated_body()
    {
        await using var elsewhere = await EmulatorServer.StartAsync();
        await using var test = await Calls.StartAsync(new JumpClock());
        output.WriteLine($"seed {_seed}");
        var calls = Goods(elsewhere.Address);
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(_seed + round);
            var (path, good, call) = calls[random.Next(calls.Count)];
            var body = Mutation.Of(Encoding.UTF8.GetBytes(good), random);
            test.Server.Faults.Clear();
            test.Server.Faults.Add(
                new Fault
                {
                    Path = path,
                    Kind = FaultKind.Replace,
                    Status = random.Next(5) == 0 ? 400 + random.Next(120) : 200,
                    BodyBytes = body,
                    ContentType = "application/json",
                    Times = 2,
                });
            await AssertEndsAsync(() => call(test), $"round {round}: {Encoding.UTF8.GetString(body)}");
        }

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_mutated_message()
    {
        await using var elsewhere = await EmulatorServer.StartAsync();
        await using var test = await TestClient.StartAsync(
            connect: options => options with { Timeout = TimeSpan.FromSeconds(2), MaxRetries = 0 });
        await test.DepartmentNameAsync();
        output.WriteLine($"seed {_seed}");
        await Parallel.ForAsync(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (round, _) =>
        {
            const string body = """{"id":"32","name":"x"}""";
            var good = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: W/\"x\"\r\nContent-Encoding: identity\r\n"
                + $"Location: {elsewhere.Address}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
            var message = Mutation.Of(Encoding.UTF8.GetBytes(good), new Random(_seed + round));
            test.Server.Faults.Add(new Fault { Path = $"departments/{round}$", Kind = FaultKind.Raw, BodyBytes = message });
            await AssertEndsAsync(
                () => test.Client.Departments.GetAsync($"{round}", ReadOptions.Default, default),
                $"round {round}: {Encoding.UTF8.GetString(message)}");
        });
        Assert.Empty(elsewhere.Requests);
    }

    private static List<(string Path, string Good, Func<TestClient, Task> Call)> Goods(Uri elsewhere) =>
    [
        (
            "departments",
            $$$"""{"id":"32","type":"department","url":"{{{elsewhere}}}","name":"Finances","isArchived":false"""
            + ""","parent":{"id":"1","type":"department","url":"x"},"level":2,"manager":{"id":"416"},"sortOrder":0"""
            + $$$""","links":{"activeEmployees":{"href":"{{{elsewhere}}}x"}},"embedded":{"department":{"1":{"id":"1","name":"a"}}"""
            + ""","employee":{"416":{"id":"416"} } },"new":{"deep":[1,"x",null]}}""",
            ReadOneAsync),
        (
            "departments",
            """{"type":"departments","url":"x","totalCount":3,"items":[{"id":"1","name":"a"},{"id":"2","name":"b"},{"id":"3"}]"""
            + $$$""","links":{"prev":null,"next":{"href":"{{{elsewhere}}}lucca-api/departments?page=!A"}},"embedded":{}}""",
            ReadListAsync),
        (
            "departments",
            """{"type":"x","title":"Wrong","status":400,"detail":"It is wrong","errors":{"Id":["The id field is required."]}"""
            + ""","extensions":{"traceId":"00-abc"},"error":"x"}""",
            ReadOneAsync),
        (
            "employees",
            """{"items":[{"id":"401","givenName":"A","birthDay":{"day":1,"month":2},"createdAt":"2024-01-01T00:00:00Z","portrait":"""
            + """{"id":"1"},"applicableEmployment":{"id":"5"}}],"links":{"next":null}"""
            + ""","embedded":{"employment":{"5":{"id":"5"}}}}""",
            ReadEmployeesAsync),
        ("connect/token", """{"access_token":"abc","token_type":"Bearer","expires_in":1800}""", ReadWithNewTokenAsync),
    ];

    private static async Task ReadOneAsync(TestClient test)
    {
        var department = (await test.Client.Departments.GetAsync("32", ReadOptions.Default, default))!;
        Assert.NotEmpty(department.Id);
        Assert.NotNull(department.AdditionalProperties);
        Assert.True(department.Parent is null || department.Parent.Id.Length > 0);
    }

    private static async Task ReadListAsync(TestClient test) => Assert.All(await test.DepartmentIdsAsync(), Assert.NotEmpty);

    private static async Task ReadEmployeesAsync(TestClient test)
    {
        foreach (var found in await test.Client.Employees.Lookup([]).FindAsync(["401", "402"], default))
        {
            Assert.True(found.Resource is not null ^ found.Error is not null);
            Assert.True(found.Resource is null || found.Resource.AdditionalProperties is not null);
        }
    }

    private static async Task ReadWithNewTokenAsync(TestClient test)
    {
        test.Server.Tenant.RevokeTokens();
        await test.DepartmentNameAsync();
    }

    private async Task AssertEndsAsync(Func<Task> call, string what)
    {
        try
        {
            await call().WaitAsync(Never);
        }
        catch (LuccaException named)
        {
            Assert.NotEmpty(named.Message);
        }
        catch (Exception other) when (other is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"seed {_seed}, {what}\n{other}");
        }
    }
}
