using System.Net;
using System.Net.Sockets;
using System.Text;
using Lucca.Api;
using Lucca.Emulator.Server;
using Lucca.Http;
using Xunit;

namespace Lucca.Client.Tests.Faults;

/// <summary>What changes something reaches the server once, whatever becomes of connections and responses.</summary>
public sealed class NeverTwiceTests
{
    [Fact]
    public async Task A_write_that_found_a_used_connection_while_one_was_opened_for_it()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        using var transport = Transport.Create(
            TestClient.OptionsFor(new Uri($"http://{listener.LocalEndPoint}/")) with { Timeout = TimeSpan.FromSeconds(4), MaxRetries = 2 });
        var client = new LuccaClient(transport, new CallNotes());

        // A read on the first connection, whose answer is held back.
        var read = client.SendAsync(LuccaRequest.Get("departments", "32"), (_, _) => Task.FromResult(true), default);
        using var first = await listener.AcceptAsync();
        await TakeAsync(first);
        await SendAsync(first, RawServer.Token);
        var heads = new List<string> { await TakeAsync(first) };

        // Nobody is let in for now: the write opens a connection that does not come about.
        var guests = Fill(listener);
        var write = client.SendAsync(
            new LuccaRequest(HttpMethod.Post, "lucca-api/departments") { Content = _ => new StringContent("{}") },
            (_, _) => Task.FromResult(true),
            default);
        await Task.Delay(500);

        // The read ends, and the write goes by its connection. The answer to the write is late.
        await SendAsync(first, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await read;
        heads.Add(await TakeAsync(first));
        Assert.StartsWith("POST", heads[^1], StringComparison.Ordinal);

        // When patience has run out, the way is free for whatever would come.
        await Task.WhenAny(write, Task.Delay(7000));
        guests.ForEach(guest => guest.Dispose());
        _ = ServeAsync(listener, heads);
        var error = await Assert.ThrowsAsync<LuccaException>(() => write);
        Assert.Equal((LuccaErrorKind.Timeout, false, 1), (error.Kind, error.NeverSent, error.Attempts));
        lock (heads)
        {
            Assert.Single(heads, head => head.StartsWith("POST", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_write_without_a_body_whose_connection_ends_without_an_answer()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Method = "POST", Path = "webhook-deliveries", Kind = FaultKind.Raw, Body = "", Times = -1 });
        var request = new LuccaRequest(HttpMethod.Post, "lucca-api/webhook-deliveries") { Scope = "webhook-deliveries.readwrite" };
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => test.Client.SendAsync(request, (_, _) => Task.FromResult(true), default));
        Assert.Equal((LuccaErrorKind.Unavailable, false, 1), (error.Kind, error.NeverSent, error.Attempts));
        Assert.Single(test.ApiRequests);
    }

    [Fact]
    public async Task A_large_upload_whose_connection_ends_without_an_answer()
    {
        await using var server = new RawServer(_ => null);
        using var transport = Transport.Create(TestClient.OptionsFor(server.Address));
        var source = new UploadSource("data.bin", "application/octet-stream", 1_200_000, () => GeneratedBody.Open(1_200_000));
        var error = await Assert.ThrowsAsync<LuccaException>(
            () => new LuccaClient(transport, new CallNotes()).Files.UploadAsync(source, ReadOptions.Default, default));
        Assert.Equal((LuccaErrorKind.Unavailable, 1), (error.Kind, error.Attempts));
        Assert.Single(server.Heads, head => head.StartsWith("POST /lucca-api/files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_read_is_made_again()
    {
        await using var test = await TestClient.StartAsync();
        test.Server.Faults.Add(new Fault { Path = "departments", Kind = FaultKind.Raw, Body = "", Times = 2 });
        Assert.Equal("Finances", await test.DepartmentNameAsync());
    }

    private static List<Socket> Fill(Socket listener)
    {
        var guests = new List<Socket>();
        for (var i = 0; i < 8; i++)
        {
            var guest = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            guests.Add(guest);
            try
            {
                guest.Connect(listener.LocalEndPoint!);
            }
            catch (SocketException pending) when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // As intended: it waits.
            }
        }

        return guests;
    }

    /// <summary>From now on everybody is let in, and what comes is kept.</summary>
    private static async Task ServeAsync(Socket listener, List<string> heads)
    {
        while (true)
        {
            var socket = await listener.AcceptAsync();
            _ = Task.Run(async () =>
            {
                var head = await TakeAsync(socket);
                lock (heads)
                {
                    heads.Add(head);
                }

                await SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            });
        }
    }

    private static async Task<string> TakeAsync(Socket socket)
    {
        var head = await RawServer.ReadHeadAsync(socket);
        var length = head.Split("Content-Length: ") is [_, var rest]
            ? int.Parse(rest.Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        var body = new byte[length];
        for (var read = 0; read < length;)
        {
            read += await socket.ReceiveAsync(body.AsMemory(read));
        }

        return head;
    }

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));
}
