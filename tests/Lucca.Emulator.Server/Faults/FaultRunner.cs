namespace Lucca.Emulator.Server.Faults;

/// <summary>Applies a fault to an exchange.</summary>
internal static class FaultRunner
{
    public static async Task RunAsync(Exchange exchange, Fault fault)
    {
        await Task.Delay(fault.Delay, exchange.CancellationToken);
        if (!fault.Early && fault.Kind is not FaultKind.Reset && (FaultAnswer.HasBody(fault) || !AsksEmulator(fault.Kind)))
        {
            await exchange.Context.Request.Body.CopyToAsync(Stream.Null, exchange.CancellationToken);
        }

        await (fault.Kind switch
        {
            FaultKind.Delay => exchange.AnswerNormallyAsync(),
            FaultKind.Status => exchange.WriteAsync(FaultAnswer.Own(fault, 500)),
            FaultKind.Replace or FaultKind.Html or FaultKind.Big => exchange.WriteAsync(FaultAnswer.Own(fault, 200)),
            FaultKind.Redirect => exchange.WriteAsync(FaultAnswer.Own(fault, 302).With("Location", fault.Location ?? "/")),
            FaultKind.ExtraHeaders => WriteAsync(exchange, fault),
            FaultKind.Encoding => EncodeAsync(exchange, fault),
            FaultKind.Reset => ResetAsync(exchange, fault),
            FaultKind.CloseAfterRequestBody => Disconnect.CloseAsync(exchange, fault.Fin),
            FaultKind.ResetInHead => RawResponse.ResetInHeadAsync(exchange, fault),
            FaultKind.WrongLength => RawResponse.WrongLengthAsync(exchange, fault),
            FaultKind.Raw => RawResponse.VerbatimAsync(exchange, fault),
            FaultKind.Cut => SlowResponse.CutAsync(exchange, fault),
            FaultKind.Stall => SlowResponse.StallAsync(exchange, fault),
            FaultKind.Drip => SlowResponse.DripAsync(exchange, fault),
            FaultKind.Endless => SlowResponse.EndlessAsync(exchange, fault),
            FaultKind.BadJson => TruncateAsync(exchange, fault),
            _ when PageFault.Has(fault.Kind) => PageFault.RunAsync(exchange, fault),
            _ => throw new InvalidOperationException($"No such fault: {fault.Kind}."),
        });
    }

    /// <summary>Whether a kind starts from the emulator's answer, which reads the request's body by itself.</summary>
    private static bool AsksEmulator(FaultKind kind) => kind is FaultKind.Delay or FaultKind.ExtraHeaders or FaultKind.Encoding
        or FaultKind.ResetInHead or FaultKind.WrongLength or FaultKind.Cut or FaultKind.Stall or FaultKind.Drip or FaultKind.BadJson
            || PageFault.Has(kind);

    private static async Task WriteAsync(Exchange exchange, Fault fault)
        => await exchange.WriteAsync(await FaultAnswer.OrNormalAsync(exchange, fault));

    private static async Task EncodeAsync(Exchange exchange, Fault fault)
    {
        var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        var accepted = exchange.Context.Request.Headers.AcceptEncoding;
        await exchange.WriteAsync(await Compression.EncodeAsync(answer, accepted, exchange.CancellationToken, fault.Encoding));
    }

    private static async Task ResetAsync(Exchange exchange, Fault fault)
    {
        var buffer = new byte[4096];
        for (long read = 0; read < fault.Bytes;)
        {
            var count = await exchange.Context.Request.Body.ReadAsync(buffer, exchange.CancellationToken);
            if (count == 0)
            {
                break;
            }

            read += count;
        }

        await Disconnect.CloseAsync(exchange, fault.Fin);
    }

    private static async Task TruncateAsync(Exchange exchange, Fault fault)
    {
        await using var answer = await FaultAnswer.OrNormalAsync(exchange, fault);
        var bytes = await answer.ReadAsync(exchange.CancellationToken);
        var part = bytes[..(int)Math.Min(bytes.Length, fault.Bytes ?? (bytes.Length / 2))];
        await exchange.WriteAsync(answer with { Body = new MemoryStream(part), Length = part.Length });
    }
}
