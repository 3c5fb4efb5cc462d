using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lucca.Client.Tests.Faults;

/// <summary>A socket that answers every request as it is told, byte for byte, and keeps what it was sent.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    /// <summary>A token, for clients that ask for one first.</summary>
    public const string Token =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 37\r\n\r\n{\"access_token\":\"t\",\"expires_in\":900}";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, byte[]?> _answer;
    private readonly Task _run;

    /// <summary>Starts it.</summary>
    /// <param name="answer">
    /// The answer to a request's head; null for none, and the connection is closed in both cases unless the answer is a token.
    /// </param>
    public RawServer(Func<string, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _run = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>The heads of the requests so far.</summary>
    public ConcurrentQueue<string> Heads { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync(_stop.Token);
            _ = AnswerAsync(socket);
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            var head = await ReadHeadAsync(socket, _stop.Token);
            Heads.Enqueue(head);
            var answer = head.Contains("/connect/token", StringComparison.Ordinal)
                ? Encoding.ASCII.GetBytes(Token.Replace("OK\r\n", "OK\r\nConnection: close\r\n", StringComparison.Ordinal))
                : _answer(head);
            if (answer is not null)
            {
                await socket.SendAsync(answer, _stop.Token);
            }

            socket.Shutdown(SocketShutdown.Send);
            var rest = new byte[4096];
            while (await socket.ReceiveAsync(rest, _stop.Token) > 0)
            {
                // Closed with something unread, a socket resets, and the answer may be lost.
            }
        }
    }

    /// <summary>Reads from a socket to the end of a request's head.</summary>
    public static async Task<string> ReadHeadAsync(Socket socket, CancellationToken cancellationToken = default)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await socket.ReceiveAsync(one, cancellationToken) > 0)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
