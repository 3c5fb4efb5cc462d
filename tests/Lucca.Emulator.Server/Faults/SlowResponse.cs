namespace Lucca.Emulator.Server.Faults;

/// <summary>Responses whose head is good and whose body does not come as it should.</summary>
internal static class SlowResponse
{
    private const int BufferSize = 64 << 10;

    public static async Task CutAsync(Exchange exchange, Fault fault)
    {
        await using var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        exchange.WriteHead(answer);
        await CopyAsync(exchange, answer.Body, fault.Bytes ?? 0);
        await Disconnect.CloseLaterAsync(exchange, fault.Fin);
    }

    public static async Task StallAsync(Exchange exchange, Fault fault)
    {
        await using var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        exchange.WriteHead(answer);
        await CopyAsync(exchange, answer.Body, fault.Bytes ?? 0);
        await Task.Delay(Timeout.Infinite, exchange.CancellationToken);
    }

    public static async Task DripAsync(Exchange exchange, Fault fault)
    {
        await using var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        exchange.WriteHead(answer);
        while (await CopyAsync(exchange, answer.Body, fault.Bytes ?? 1) > 0)
        {
            await Task.Delay(fault.Interval, exchange.CancellationToken);
        }
    }

    public static async Task EndlessAsync(Exchange exchange, Fault fault)
    {
        await using var answer = FaultAnswer.Own(fault, 200);
        exchange.WriteHead(answer with { Length = null });
        await CopyAsync(exchange, answer.Body, long.MaxValue);
        var isText = fault.Body is not null || (fault.ContentType ?? "").Contains("json", StringComparison.OrdinalIgnoreCase);
        var more = new byte[BufferSize];
        GeneratedBody.Fill(more, 0);
        if (isText)
        {
            more.AsSpan().Fill((byte)' '); // JSON may go on with spaces for ever
        }

        while (true)
        {
            await exchange.Context.Response.Body.WriteAsync(more, exchange.CancellationToken);
            await exchange.Context.Response.Body.FlushAsync(exchange.CancellationToken);
        }
    }

    /// <summary>Sends so many bytes, with the head if it has not gone out, and returns how many there were.</summary>
    private static async Task<long> CopyAsync(Exchange exchange, Stream body, long most)
    {
        var buffer = new byte[Math.Max(1, Math.Min(most, BufferSize))];
        var output = exchange.Context.Response.Body;
        long sent = 0;
        while (sent < most)
        {
            var next = buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - sent));
            var count = await body.ReadAsync(next, exchange.CancellationToken);
            if (count == 0)
            {
                break;
            }

            await output.WriteAsync(buffer.AsMemory(0, count), exchange.CancellationToken);
            sent += count;
        }

        await output.FlushAsync(exchange.CancellationToken);
        return sent;
    }
}
