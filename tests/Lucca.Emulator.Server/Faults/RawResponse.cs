using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Lucca.Emulator.Server.Faults;

/// <summary>Responses that Kestrel would not send: they are written to the socket beneath it.</summary>
internal static class RawResponse
{
    private const int DefaultHeadBytes = 20;

    public static async Task ResetInHeadAsync(Exchange exchange, Fault fault)
    {
        await using var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        var head = Head(answer, answer.Length ?? 0);
        await SendAsync(exchange, head.AsMemory(0, (int)Math.Min(head.Length, fault.Bytes ?? DefaultHeadBytes)));
        await Disconnect.CloseLaterAsync(exchange, fault.Fin);
    }

    public static async Task WrongLengthAsync(Exchange exchange, Fault fault)
    {
        await using var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        exchange.Entry.Status = answer.Status;
        await SendAsync(exchange, Head(answer, fault.Length));
        await using var stream = new NetworkStream(Disconnect.SocketOf(exchange), ownsSocket: false);
        await answer.Body.CopyToAsync(stream, exchange.CancellationToken);
        await Disconnect.CloseAsync(exchange, inOrder: true);
    }

    public static async Task VerbatimAsync(Exchange exchange, Fault fault)
    {
        await using var answer = FaultAnswer.Own(fault, 200);
        await SendAsync(exchange, await answer.ReadAsync(exchange.CancellationToken));
        await Disconnect.CloseLaterAsync(exchange, inOrder: true);
    }

    private static byte[] Head(Answer answer, long length)
    {
        var reason = ReasonPhrases.GetReasonPhrase(answer.Status);
        var head = new StringBuilder($"HTTP/1.1 {answer.Status} {reason}\r\nContent-Length: {length}\r\n");
        foreach (var (name, value) in answer.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
    }

    private static async Task SendAsync(Exchange exchange, ReadOnlyMemory<byte> bytes)
    {
        var socket = Disconnect.SocketOf(exchange);
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, exchange.CancellationToken)..];
        }
    }
}
