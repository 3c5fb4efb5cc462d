namespace Lucca.Emulator.Pictures;

/// <summary>
/// Writes baseline JPEG pictures (ITU-T T.81) that are mosaics: each block of 8 by 8 pixels has one colour, so it is
/// described by its mean alone (the DC coefficient) and all others are zero.
/// </summary>
internal static class Jpeg
{
    // Lengths 2 to 9 bits for the twelve sizes of a DC difference: the table of the standard's annex K.3.
    private static readonly byte[] DcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] DcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    // One symbol, "end of block", in one bit.
    private static readonly byte[] AcCounts = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] AcSymbols = [0];

    /// <summary>Encodes a square picture.</summary>
    /// <param name="blocks">Blocks on each side; the picture has eight times as many pixels.</param>
    /// <param name="colour">The colour of a block: column and row to red, green, blue.</param>
    public static byte[] Encode(int blocks, Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        using var stream = new MemoryStream();
        WriteHead(stream, blocks * 8);
        WriteScan(stream, blocks, colour);
        stream.Write([0xFF, 0xD9]);
        return stream.ToArray();
    }

    private static void WriteHead(MemoryStream stream, int pixels)
    {
        var (high, low) = ((byte)(pixels >> 8), (byte)pixels);
        stream.Write([0xFF, 0xD8]);
        WriteSegment(stream, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

        // A step of 8 for the DC coefficient, which is eight times the mean: so the quantized one is the mean.
        WriteSegment(stream, 0xDB, [0, 8, .. Enumerable.Repeat((byte)1, 63)]);
        WriteSegment(stream, 0xC0, [8, high, low, high, low, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
        WriteSegment(stream, 0xC4, [0x00, .. DcCounts, .. DcSymbols, 0x10, .. AcCounts, .. AcSymbols]);
        WriteSegment(stream, 0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
    }

    private static void WriteSegment(MemoryStream stream, byte marker, byte[] data)
    {
        var length = data.Length + 2;
        stream.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        stream.Write(data);
    }

    private static void WriteScan(MemoryStream stream, int blocks, Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        var bits = new JpegBits(stream);
        Span<int> last = [0, 0, 0];
        for (var index = 0; index < blocks * blocks; index++)
        {
            var (red, green, blue) = colour(index % blocks, index / blocks);
            Span<int> now = [Luma(red, green, blue), BlueChroma(red, green, blue), RedChroma(red, green, blue)];
            for (var component = 0; component < 3; component++)
            {
                bits.WriteDc(now[component] - last[component]);
                bits.Write(0, 1);
                last[component] = now[component];
            }
        }

        bits.Pad();
    }

    private static int Luma(byte red, byte green, byte blue) => Scale(0.299, red, 0.587, green, 0.114, blue) - 128;

    private static int BlueChroma(byte red, byte green, byte blue) => Scale(-0.1687, red, -0.3313, green, 0.5, blue);

    private static int RedChroma(byte red, byte green, byte blue) => Scale(0.5, red, -0.4187, green, -0.0813, blue);

    private static int Scale(double first, byte red, double second, byte green, double third, byte blue)
        => (int)Math.Round((first * red) + (second * green) + (third * blue));
}
