using System.Net;
using System.Net.Sockets;

namespace Lucca.Client.Tests.Faults;

/// <summary>An address at which a connection neither succeeds nor fails: its queue of connections nobody accepts is full.</summary>
internal sealed class DeafHost : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _waiting = [];

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public static DeafHost Start()
    {
        var host = new DeafHost();
        host._listener.Start(backlog: 1);
        for (var i = 0; i < 8; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            host._waiting.Add(socket);
            try
            {
                socket.Connect(host._listener.LocalEndpoint);
            }
            catch (SocketException pending) when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // As intended: it waits.
            }
        }

        return host;
    }

    public void Dispose()
    {
        _waiting.ForEach(socket => socket.Dispose());
        _listener.Dispose();
    }
}
