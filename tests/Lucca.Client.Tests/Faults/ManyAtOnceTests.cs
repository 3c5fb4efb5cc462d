using System.Globalization;
using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>
/// Many callers and faults all the while: each result is right, and nothing is asked for, left open or thrown that need not be.
/// </summary>
[Collection(Alone.Name)]
public sealed class ManyAtOnceTests
{
    private const int Callers = 8;
    private const int Calls = 1000;
    private const int RoundsOfFaults = 60;

    private static readonly FaultKind[] Breaking = [FaultKind.Reset, FaultKind.Cut, FaultKind.ResetInHead];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_result_is_right(bool shared)
    {
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args) => unobserved.Add(args.Exception);
        TaskScheduler.UnobservedTaskException += Note;

        // A caller that is alone at the end may draw the faults of several rounds, one after the other.
        await using var test = await Faults.Calls.StartAsync(new JumpClock(), options => options with { MaxRetries = 20 });
        var broken = AddFaults(test.Server);
        var transports = Enumerable.Range(0, Callers).Select(_ => shared ? test.Transport : Transport.Create(test.Options)).ToList();
        await Task.WhenAll(transports.Select((transport, caller) => Task.Run(() => CallAsync(transport, caller))));

        Assert.Equal(0, test.Server.Faults.Count);
        var sessions = shared ? 1 : Callers;
        Assert.Equal(
            [("departments.readonly", sessions), ("employees.readonly", sessions)],
            test.Server.Tenant.TokensIssued.Select(scope => (scope.Key, scope.Value)));

        // A connection a caller, and another for each that was broken; the stack may open one in advance.
        Assert.InRange(test.Server.Requests.Select(request => request.ConnectionId).Distinct().Count(), 1, 2 * (Callers + broken));
        transports.ForEach(transport => transport.Dispose());
        await OpenConnections.AssertAtMostAsync(0, test.Server.Address.Port);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Note;
        Assert.Empty(unobserved);
    }

    private static int AddFaults(EmulatorServer server)
    {
        for (var i = 0; i < RoundsOfFaults; i++)
        {
            server.Faults.Add([.. Breaking.Select((kind, k) => new Fault
            {
                Path = "departments|employees",
                Kind = kind,
                Bytes = kind == FaultKind.Reset ? null : 20,
                Skip = (i * 140) + k,
            })]);
            server.Faults.Add(
                new Fault { Path = "departments|employees", Kind = FaultKind.Status, Status = 503, Skip = i * 140 },
                new Fault
                {
                    Path = "departments|employees",
                    Kind = FaultKind.Status,
                    Status = 429,
                    Headers = { ["Retry-After"] = "1" },
                    Skip = i * 140,
                },
                new Fault { Path = "departments|employees", Delay = 50, Skip = i * 140 });
        }

        return RoundsOfFaults * Breaking.Length;
    }

    private static async Task CallAsync(Transport transport, int caller)
    {
        var client = new LuccaClient(transport, new CallNotes());
        for (var call = 0; call < Calls; call++)
        {
            var number = (caller * 7) + (call * 3);
            var id = ((number % 40) + 1).ToString(CultureInfo.InvariantCulture);
            Assert.Equal(id, (await client.Departments.GetAsync(id, ReadOptions.Default, default))!.Id);
            if (call % 10 == 0)
            {
                var employee = (401 + (number % 120)).ToString(CultureInfo.InvariantCulture);
                Assert.Equal(employee, (await client.Employees.GetAsync(employee, ReadOptions.Default, default))!.Id);
            }
        }
    }
}
