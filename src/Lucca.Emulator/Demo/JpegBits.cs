using System.Numerics;

namespace Lucca.Emulator.Pictures;

/// <summary>The entropy-coded bits of a JPEG scan.</summary>
internal sealed class JpegBits(Stream stream)
{
    // The codes of annex K.3 for sizes 0 to 11.
    private static readonly (int Code, int Length)[] DcCodes =
    [
        (0b00, 2), (0b010, 3), (0b011, 3), (0b100, 3), (0b101, 3), (0b110, 3), (0b1110, 4), (0b11110, 5), (0b111110, 6), (0b1111110, 7),
        (0b11111110, 8), (0b111111110, 9),
    ];

    private int _buffer;
    private int _count;

    /// <summary>Writes the lowest bits of a value, the highest of them first.</summary>
    public void Write(int value, int length)
    {
        _buffer = (_buffer << length) | (value & ((1 << length) - 1));
        _count += length;
        while (_count >= 8)
        {
            _count -= 8;
            var octet = (byte)(_buffer >> _count);
            stream.WriteByte(octet);
            if (octet == 0xFF)
            {
                stream.WriteByte(0); // else it would begin a marker
            }
        }

        _buffer &= (1 << _count) - 1;
    }

    /// <summary>Writes the difference to the block before: its size in bits, then the bits, a negative one as its complement.</summary>
    public void WriteDc(int difference)
    {
        var size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
        Write(DcCodes[size].Code, DcCodes[size].Length);
        if (size > 0)
        {
            Write(difference < 0 ? difference - 1 : difference, size);
        }
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void Pad() => Write(0x7F, (8 - _count) % 8);
}
