using System.Net.Sockets;
using Lucca.Emulator.Server.Control;
using Lucca.Emulator.Server.Faults;
using Lucca.Emulator.Server.Requests;

namespace Lucca.Emulator.Server;

/// <summary>The way of one request through the server: control address, else log, fault, emulator.</summary>
internal sealed class Pipeline(EmulatorServer server, CancellationToken stopping) : IDisposable
{
    private Tenant? _tenant;
    private HttpMessageInvoker? _emulator;

    public async Task RunAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_emulator", out var rest))
        {
            await ControlEndpoint.AnswerAsync(server, context, rest);
            return;
        }

        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var recorder = new BodyRecorder(context.Request);
        context.Request.Body = recorder;
        var entry = server.Requests.Add(context, recorder);
        var exchange = new Exchange(context, entry, server, Emulator(), cancellation.Token);
        try
        {
            var fault = server.Faults.Take(context.Request.Method, exchange.Target);
            entry.Fault = fault?.Kind;
            await (fault is null ? exchange.AnswerNormallyAsync() : FaultRunner.RunAsync(exchange, fault));
        }
        catch (Exception exception) when (IsDisconnect(exception))
        {
            context.Abort(); // the client has gone, or a fault has closed the connection beneath
        }
    }

    public void Dispose() => _emulator?.Dispose();

    private static bool IsDisconnect(Exception exception)
        => exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException;

    private HttpMessageInvoker Emulator()
    {
        lock (server)
        {
            if (_tenant != server.Tenant)
            {
                _tenant = server.Tenant;
                _emulator = new HttpMessageInvoker(new EmulatorHandler(_tenant));
            }

            return _emulator!;
        }
    }
}
