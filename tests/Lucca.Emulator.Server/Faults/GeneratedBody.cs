using System.Security.Cryptography;

namespace Lucca.Emulator.Server;

/// <summary>The bytes of bodies that are made as they are sent: always the same, with a period that no buffer size divides.</summary>
public static class GeneratedBody
{
    private const int Period = 65_521; // a prime, so that a lost or doubled buffer shows in the hash
    private static readonly byte[] Block = MakeBlock();

    /// <summary>Fills a buffer with the bytes from an offset on.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="offset">The offset of its first byte in the body.</param>
    public static void Fill(Span<byte> buffer, long offset)
    {
        while (buffer.Length > 0)
        {
            var start = (int)(offset % Period);
            var count = Math.Min(buffer.Length, Period - start);
            Block.AsSpan(start, count).CopyTo(buffer);
            buffer = buffer[count..];
            offset += count;
        }
    }

    /// <summary>The SHA-256 of a body, in lower-case hexadecimal.</summary>
    /// <param name="size">Its length in bytes.</param>
    public static string Sha256(long size)
    {
        using var stream = Open(size);
        return Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant();
    }

    /// <summary>A body as a stream.</summary>
    /// <param name="size">Its length in bytes.</param>
    public static Stream Open(long size) => new Faults.GeneratedStream(size);

    private static byte[] MakeBlock()
    {
        var block = new byte[Period];
        new Random(20241101).NextBytes(block);
        return block;
    }
}
