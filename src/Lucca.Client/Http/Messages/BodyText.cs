using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;

namespace Lucca.Http;

/// <summary>
/// Reads a body that is text, as its charset says. JSON and what names no charset is UTF-8, unless a byte order mark says otherwise.
/// </summary>
internal static class BodyText
{
    /// <summary>The mark of UTF-32 begins as that of UTF-16 does.</summary>
    private static readonly string[] Marked = ["utf-32", "utf-32BE", "utf-16", "utf-16BE"];

    /// <summary>The text as UTF-8 without a byte order mark.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="type">The media type; null for none.</param>
    /// <exception cref="FormatException">
    /// The charset is unknown, or the bytes are no text of it; the message says so as a phrase that follows "sent".
    /// </exception>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue? type)
    {
        var encoding = EncodingOf(bytes.Span, type, DecoderFallback.ExceptionFallback)
            ?? throw new FormatException($"text in the charset '{CharsetOf(type)}', which is not known here");
        var text = bytes[MarkOf(encoding, bytes.Span)..];
        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return Utf8.IsValid(text.Span) ? text : throw new FormatException("text that is not UTF-8");
        }

        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(text.Span));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new FormatException($"text that is not {encoding.WebName}", wrong);
        }
    }

    /// <summary>The text, as much of it as can be read: for what is only shown.</summary>
    public static string Show(ReadOnlySpan<byte> bytes, MediaTypeHeaderValue? type)
    {
        var encoding = EncodingOf(bytes, type, DecoderFallback.ReplacementFallback) ?? Encoding.UTF8;
        return encoding.GetString(bytes[MarkOf(encoding, bytes)..]);
    }

    private static string? CharsetOf(MediaTypeHeaderValue? type) => type?.CharSet?.Trim('"') is { Length: > 0 } charset ? charset : null;

    private static Encoding? EncodingOf(ReadOnlySpan<byte> bytes, MediaTypeHeaderValue? type, DecoderFallback wrong)
    {
        if (CharsetOf(type) is { } charset)
        {
            return Find(charset.Equals("utf8", StringComparison.OrdinalIgnoreCase) ? "utf-8" : charset, wrong);
        }

        foreach (var name in Marked)
        {
            if (Find(name, wrong) is { } encoding && MarkOf(encoding, bytes) > 0)
            {
                return encoding;
            }
        }

        return Find("utf-8", wrong);
    }

    private static int MarkOf(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;

    private static Encoding? Find(string charset, DecoderFallback wrong)
    {
        try
        {
            // Pages of Windows are no part of what .NET knows unasked; whether a process has registered them must not matter.
            return CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ReplacementFallback, wrong)
                ?? Encoding.GetEncoding(charset, EncoderFallback.ReplacementFallback, wrong);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
