using System.Text.Json;

namespace Lucca;

/// <summary>Where the parts of a JSON text stand, without reading them: each part is then read alone, and what fails, fails alone.</summary>
internal static class JsonSlices
{
    /// <summary>The text without the mark that some servers put before it.</summary>
    public static ReadOnlyMemory<byte> Text(ReadOnlyMemory<byte> body) => body.Span is [0xEF, 0xBB, 0xBF, ..] ? body[3..] : body;

    /// <summary>The members of an object; of several with one name, the last counts, as for any JSON here.</summary>
    /// <exception cref="JsonException">It is no object.</exception>
    public static Dictionary<string, ReadOnlyMemory<byte>> Members(ReadOnlyMemory<byte> json)
    {
        var members = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json.Span);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            members[name] = Value(ref reader, json);
        }

        End(ref reader);
        return members;
    }

    /// <summary>The items of an array.</summary>
    /// <exception cref="JsonException">It is no array.</exception>
    public static List<ReadOnlyMemory<byte>> Items(ReadOnlyMemory<byte> json)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(json.Span);
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Here(ref reader, json));
        }

        End(ref reader);
        return items;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException(token == JsonTokenType.StartArray ? "A list is expected." : "An object is expected.");
        }
    }

    /// <summary>Nothing may follow: half a page is none.</summary>
    private static void End(ref Utf8JsonReader reader) => reader.Read();

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a character: no name that anything here asks for.
            return "\ufffd";
        }
    }

    private static ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        return Here(ref reader, json);
    }

    private static ReadOnlyMemory<byte> Here(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
