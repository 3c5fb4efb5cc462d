using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lucca;

/// <summary>Reads text that may hold a lone surrogate, such as <c>\ud800</c>: JSON allows it, .NET cannot decode it.</summary>
internal static partial class JsonText
{
    /// <summary>The most characters on the stack: enough for most words, dates and addresses.</summary>
    private const int ShortLength = 256;

    /// <summary>Parses a text without allocating a string.</summary>
    /// <param name="reader">Positioned at the text.</param>
    /// <param name="parse">Parses the characters.</param>
    /// <exception cref="JsonException">It is not text.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, Func<ReadOnlySpan<char>, T> parse)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Text is expected.");
        }

        // A text has at most as many characters as UTF-8 bytes.
        var most = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var buffer = most <= ShortLength ? stackalloc char[ShortLength] : new char[most];
        return parse(buffer[..reader.CopyString(buffer)]);
    }

    /// <summary>The text; the raw JSON with its escapes when it holds a lone surrogate.</summary>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText().Trim('"');
        }
    }

    /// <summary>The members of an object; of several with one name, the last counts.</summary>
    /// <exception cref="JsonException">It is not an object.</exception>
    public static Dictionary<string, JsonElement> Members(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object is expected.");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            members[NameOf(member)] = member.Value;
        }

        return members;
    }

    /// <summary>The name of a member; the replacement character when it holds a lone surrogate.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\ufffd";
        }
    }

    /// <summary>A JSON text without a byte order mark, which some servers send.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;

    /// <summary>
    /// A JSON text with its lone surrogates replaced; null when there are none. Call it only after a failure: it is slow.
    /// </summary>
    public static byte[]? WithoutLoneSurrogates(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        var whole = Escape().Replace(text, escape => escape.Groups["lone"].Success ? @"\ufffd" : escape.Value);
        return whole == text ? null : Encoding.UTF8.GetBytes(whole);
    }

    [GeneratedRegex(
        @"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
