using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Lucca.Emulator.Server.Faults;

/// <summary>Ends the connection beneath a request.</summary>
internal static class Disconnect
{
    /// <summary>Time for what was written to reach the client: a reset throws away what it has not read.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    /// <summary>The socket of the connection.</summary>
    public static Socket SocketOf(Exchange exchange) => exchange.Context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;

    /// <summary>Closes the connection: with a reset, or in order.</summary>
    public static async Task CloseAsync(Exchange exchange, bool inOrder)
    {
        var socket = SocketOf(exchange);
        if (inOrder)
        {
            socket.Shutdown(SocketShutdown.Send);
            await Task.Delay(Settling, exchange.CancellationToken);
        }
        else
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0); // makes a close send RST
            socket.Close();
        }

        exchange.Context.Abort();
    }

    /// <summary>The same after what was written has had time to arrive.</summary>
    public static async Task CloseLaterAsync(Exchange exchange, bool inOrder)
    {
        await Task.Delay(Settling, exchange.CancellationToken);
        await CloseAsync(exchange, inOrder);
    }
}
