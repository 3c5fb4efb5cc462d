using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Lucca.Emulator.Server;

/// <summary>Encodes bodies as the request's <c>Accept-Encoding</c> allows.</summary>
internal static class Compression
{
    private static readonly Dictionary<string, Func<Stream, Stream>> Encoders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gzip"] = stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true),
        ["br"] = stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true),
        ["deflate"] = stream => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true), // RFC 9110: with the zlib wrapper
    };

    /// <summary>Encodes a body in the first encoding that is accepted, or in the wanted one if it is; else leaves it.</summary>
    public static async Task<Answer> EncodeAsync(
        Answer answer,
        StringValues accepted,
        CancellationToken cancellationToken,
        string? wanted = null)
    {
        var offered = accepted.SelectMany(value => (value ?? "").Split(',')).Select(value => value.Split(';')[0].Trim());
        var known = offered.Where(name => Encoders.ContainsKey(name) && (wanted is null || name == wanted));
        if (!answer.HasBody || known.FirstOrDefault() is not { } encoding)
        {
            return answer;
        }

        var encoded = new MemoryStream();
        await using (var encoder = Encoders[encoding](encoded))
        {
            await answer.Body.CopyToAsync(encoder, cancellationToken);
        }

        await answer.DisposeAsync();
        encoded.Position = 0;
        return (answer with { Body = encoded, Length = encoded.Length }).With("Content-Encoding", encoding).With("Vary", "Accept-Encoding");
    }
}
