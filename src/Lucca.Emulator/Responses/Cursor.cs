using System.Globalization;
using Lucca.Emulator.Replies;

namespace Lucca.Emulator.Lists;

/// <summary>The parameter <c>page</c>: an opaque cursor such as <c>!S7DHF</c>, or a number from 1 on.</summary>
internal static class Cursor
{
    private const string Digits = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 5;
    private const uint Mask = (1 << (5 * Length)) - 1;

    // An odd factor and its inverse modulo 2^25: neighbouring offsets look unlike each other, and none can be guessed by counting.
    private const uint Factor = 0x1C5_E4A5;
    private static readonly uint Inverse = Invert(Factor);

    /// <summary>The cursor of the page that begins with the item at an offset.</summary>
    public static string Of(int offset)
    {
        var number = (((uint)offset * Factor) ^ 0x0A5_3C71) & Mask;
        return "!" + string.Concat(Enumerable.Range(0, Length).Select(index => Digits[(int)(number >> (5 * index)) & 31]));
    }

    /// <summary>The offset that a page begins with; null when the text is neither a cursor nor a page number.</summary>
    public static int? Offset(string text, int pageSize)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            return page >= 1 ? (int)Math.Min(int.MaxValue, (page - 1L) * pageSize) : null;
        }

        var digits = text.TrimStart('!').Select(digit => Digits.IndexOf(digit, StringComparison.Ordinal)).ToList();
        if (digits.Count != Length || digits.Contains(-1))
        {
            return null;
        }

        var number = digits.Select((digit, index) => (uint)digit << (5 * index)).Aggregate((sum, part) => sum | part);
        return (int)(((number ^ 0x0A5_3C71) * Inverse) & Mask);
    }

    /// <summary>The offset of a request's page; 0 without the parameter.</summary>
    public static int Parse(string? text, int pageSize)
        => text is null ? 0 : Offset(text, pageSize) ?? throw Problem.Invalid("page", $"The value '{text}' is not a page.");

    private static uint Invert(uint factor)
    {
        var inverse = factor; // Newton: each step doubles the number of right bits, from 3 to 48
        for (var step = 0; step < 4; step++)
        {
            inverse *= 2 - (factor * inverse);
        }

        return inverse;
    }
}
