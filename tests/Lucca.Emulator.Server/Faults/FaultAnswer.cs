using System.Text;

namespace Lucca.Emulator.Server.Faults;

/// <summary>The answer that a fault disturbs: its own body if it has one, else the emulator's.</summary>
internal static class FaultAnswer
{
    private const string Html = "<!DOCTYPE html><html><title>Maintenance</title><h1>We will be back soon</h1></html>";

    /// <summary>The fault's body with a status of its own, or the emulator's answer; in both cases with the fault's headers.</summary>
    public static async Task<Answer> OrNormalAsync(Exchange exchange, Fault fault)
        => HasBody(fault) ? Own(fault, 200) : WithHeaders(await exchange.AskAsync(), fault);

    /// <summary>The fault's body, be it empty.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="status">The status when the fault states none.</param>
    public static Answer Own(Fault fault, int status)
    {
        Stream body = fault switch
        {
            { Body: { } text } => new MemoryStream(Encoding.UTF8.GetBytes(text)),
            { BodyBytes: { } bytes } => new MemoryStream(bytes),
            { BodyFile: { } path } => System.IO.File.OpenRead(path),
            { Size: { } size } => new GeneratedStream(size),
            { Kind: FaultKind.Html } => new MemoryStream(Encoding.UTF8.GetBytes(Html)),
            _ => new MemoryStream(),
        };
        var answer = new Answer(fault.Status ?? status, [], body, body.Length);
        if (ContentType(fault) is { } contentType)
        {
            answer.With("Content-Type", contentType);
        }

        return WithHeaders(answer, fault);
    }

    public static bool HasBody(Fault fault) => fault is not { Body: null, BodyBytes: null, BodyFile: null, Size: null };

    private static string? ContentType(Fault fault) => fault switch
    {
        { ContentType: { } given } => given,
        { Kind: FaultKind.Html } => "text/html; charset=utf-8",
        { Body: not null } => "application/json; charset=utf-8",
        _ when HasBody(fault) => "application/octet-stream",
        _ => null,
    };

    private static Answer WithHeaders(Answer answer, Fault fault)
        => fault.Headers.Aggregate(answer, (changed, header) => changed.With(header.Key, header.Value));
}
