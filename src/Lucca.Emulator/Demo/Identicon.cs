using System.Security.Cryptography;
using System.Text;

namespace Lucca.Emulator.Pictures;

/// <summary>Pictures that look different for each person: five by five cells, left and right alike, in one colour.</summary>
internal static class Identicon
{
    private const int Cells = 5;

    /// <summary>Draws the picture of a text.</summary>
    /// <param name="seed">The same text gives the same picture.</param>
    /// <param name="pixels">The length of a side, a multiple of 8.</param>
    public static byte[] Draw(string seed, int pixels)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        var ink = ((byte)(40 + (hash[0] % 150)), (byte)(40 + (hash[1] % 150)), (byte)(40 + (hash[2] % 150)));
        var paper = ((byte)240, (byte)240, (byte)244);
        var blocks = pixels / 8;
        return Jpeg.Encode(blocks, (column, row) => IsInked(hash, Cell(column, blocks), Cell(row, blocks)) ? ink : paper);
    }

    /// <summary>The cell at a block; the margin is half a cell wide.</summary>
    private static int Cell(int block, int blocks) => (int)Math.Floor(((block + 0.5) * (Cells + 1) / blocks) - 0.5);

    private static bool IsInked(byte[] hash, int column, int row)
    {
        var isInside = column is >= 0 and < Cells && row is >= 0 and < Cells;
        var mirrored = Math.Min(column, Cells - 1 - column);
        return isInside && hash[3 + (mirrored * Cells) + row] % 2 == 0;
    }
}
