using System.Text;

namespace Lucca.Emulator.Demo;

/// <summary>Names as they stand in e-mail addresses and file names.</summary>
internal static class Ascii
{
    // By hand: without culture data, .NET does not decompose accented letters.
    private const string Accented = "àáâäåãæçèéêëìíîïñòóôöõøùúûüýÿőłß";
    private const string Plain = "aaaaaaaceeeeiiiinoooooouuuuyyols";

    /// <summary>A name in lower-case letters from a to z.</summary>
    public static string Of(string name)
    {
        var ascii = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            var plain = Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? Plain[index] : letter;
            if (char.IsAsciiLetter(plain))
            {
                ascii.Append(plain);
            }
        }

        return ascii.ToString();
    }
}
