using System.Text;

namespace Lucca.Emulator;

/// <summary>Names for the demo's people. The counts have no common factor, so that pairs repeat late.</summary>
internal static class Names
{
    private static readonly string[] Female =
    [
        "Jane", "Aurélie", "Chloé", "Zoë", "Käthe", "Françoise", "Inès", "Søren-Marie", "Noémie", "Jördis", "Lucía",
        "Anaïs", "Élodie", "Marie-Thérèse", "Ursula", "Ana", "Beatriz", "Hélène", "Gisèle",
    ];

    private static readonly string[] Male =
    [
        "Jürgen", "François", "Loïc", "Jérôme", "Günther", "Matteo", "José", "Øyvind", "Gaël", "Björn", "Stéphane", "Ángel",
        "Karl-Heinz", "Benoît", "Łukasz", "Tom", "Sébastien",
    ];

    private static readonly string[] Family =
    [
        "Müller", "Lefèvre", "Doe", "O'Connor", "Größmann", "Besançon", "Strauß", "d'Alembert", "Núñez", "Châtelain", "Schäfer",
        "Le Goff", "Bäcker", "Garçon", "Rousseau", "von der Heide", "Kőszegi", "Martin-Dupont", "Weiß", "Fernández", "Jørgensen",
        "Citroën", "Krüger",
    ];

    /// <summary>The given name of the person at an index: every other one is a woman's.</summary>
    public static string Given(int index) => index % 2 == 1 ? Female[index / 2 % Female.Length] : Male[index / 2 % Male.Length];

    /// <summary>The family name of the person at an index.</summary>
    public static string FamilyOf(int index) => Family[index * 5 % Family.Length];
}

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
