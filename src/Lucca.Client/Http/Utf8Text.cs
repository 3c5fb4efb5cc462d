using System.Text;

namespace Lucca.Http;

/// <summary>Reads a body that is text.</summary>
public static class Utf8Text
{
    /// <summary>The text without the byte order mark that some servers put before it.</summary>
    /// <param name="bytes">The body.</param>
    public static string Of(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
}
