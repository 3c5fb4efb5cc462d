using System.Text;

namespace Lucca.Emulator;

/// <summary>The pictures of the demo data: drawn portraits, shared by several people.</summary>
internal static class Picture
{
    private const int Count = 8; // for women, and as many for men

    /// <summary>The portrait of a person.</summary>
    public static byte[] Of(Person person)
        => Of(person.Index == Person.JaneDoe ? "jane" : $"{(person.IsWoman ? 'w' : 'm')}{person.Index / 2 % Count}", person.Id);

    /// <summary>A picture with a mark in it, so that the bytes differ from those of the same picture elsewhere.</summary>
    public static byte[] Of(string name, string mark)
    {
        using var stream = typeof(Picture).Assembly.GetManifestResourceStream(name + ".jpg")!;
        var picture = new byte[stream.Length];
        stream.ReadExactly(picture);

        // A comment (ITU-T T.81, B.2.4.5) may stand after the first marker.
        var comment = Encoding.UTF8.GetBytes(mark);
        return [.. picture[..2], 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, .. picture[2..]];
    }
}
