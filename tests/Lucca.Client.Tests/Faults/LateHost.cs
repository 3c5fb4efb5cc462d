using System.Net;
using System.Net.Sockets;

namespace Lucca.Client.Tests.Faults;

/// <summary>
/// An address that refuses connections until it is told to open, and again once it is closed. It keeps its port all the time, so that
/// nothing else on the machine can answer there; behind it is a server at an address of its own.
/// </summary>
internal sealed class LateHost : IAsyncDisposable
{
    private readonly Queue<Socket> _bound = [];
    private readonly List<Task> _runs = [];
    private CancellationTokenSource? _open;

    /// <summary>Takes a port.</summary>
    /// <param name="lives">How often it can be opened.</param>
    public LateHost(int lives)
    {
        for (var port = 0; _bound.Count <= lives; port = Address.Port)
        {
            // Bound and not listening, a socket refuses connections, and the port is taken. The last one is never opened.
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            Address = new Uri($"http://{socket.LocalEndPoint}/");
            _bound.Enqueue(socket);
        }
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Passes connections on to a server from now on.</summary>
    public void Open(Uri server)
    {
        var listener = _bound.Dequeue();
        listener.Listen();
        _open = new CancellationTokenSource();
        _runs.Add(AcceptAsync(listener, server, _open.Token));
    }

    /// <summary>Ends the connections, and refuses further ones.</summary>
    public async Task CloseAsync()
    {
        await (_open?.CancelAsync() ?? Task.CompletedTask);
        await Task.WhenAll(_runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _open?.Dispose();
        _open = null;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        while (_bound.TryDequeue(out var socket))
        {
            socket.Dispose();
        }
    }

    private static async Task AcceptAsync(Socket listener, Uri server, CancellationToken stop)
    {
        List<Task> connections = [];
        using (listener)
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    connections.Add(PassAsync(await listener.AcceptAsync(stop), server, stop));
                }
                catch (OperationCanceledException)
                {
                    // Closed.
                }
            }
        }

        await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task PassAsync(Socket accepted, Uri server, CancellationToken stop)
    {
        using var client = new NetworkStream(accepted, ownsSocket: true);
        using var behind = new TcpClient();
        await behind.ConnectAsync(server.Host, server.Port, stop);
        var stream = behind.GetStream();
        await Task.WhenAny(client.CopyToAsync(stream, stop), stream.CopyToAsync(client, stop));
    }
}
