using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lucca;

/// <summary>Reads text that may hold half a character, such as <c>\ud800</c> alone: JSON lets it through, and text cannot hold it.</summary>
internal static partial class JsonText
{
    /// <summary>How many characters fit the stack: most words, dates and addresses.</summary>
    private const int ShortLength = 256;

    /// <summary>What a text says, which is not made a string for that.</summary>
    /// <param name="reader">Stands at the text.</param>
    /// <param name="parse">Reads the characters.</param>
    /// <exception cref="JsonException">It is no text.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, Func<ReadOnlySpan<char>, T> parse)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Text is expected.");
        }

        // UTF-8 has no fewer bytes than the text has characters.
        var most = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var buffer = most <= ShortLength ? stackalloc char[ShortLength] : new char[most];
        return parse(buffer[..reader.CopyString(buffer)]);
    }

    /// <summary>The text; as it was written, escapes and all, when it holds half a character.</summary>
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
    /// <exception cref="JsonException">It is no object.</exception>
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

    /// <summary>The name of a member; the replacement character when it holds half a character.</summary>
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

    /// <summary>A JSON text without the byte order mark that some servers put before it.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;

    /// <summary>A JSON text with the replacement character for each half; null when there is none. Not worth looking for before one was in the way.</summary>
    public static byte[]? WithoutHalves(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        var whole = Escape().Replace(text, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value);
        return whole == text ? null : Encoding.UTF8.GetBytes(whole);
    }

    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
