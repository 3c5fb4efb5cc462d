using System.Text.Json;

namespace Lucca;

/// <summary>Where the parts of a JSON text stand, without reading them: each part is then read alone, and what fails, fails alone.</summary>
internal static class JsonSlices
{
    /// <summary>Whether nothing stands there.</summary>
    public static bool IsNull(ReadOnlyMemory<byte> json) => json.Span.SequenceEqual("null"u8);

    /// <summary>The members of an object; of several with one name, the last counts, as for any JSON here.</summary>
    /// <exception cref="JsonException">It is no object.</exception>
    public static Dictionary<string, ReadOnlyMemory<byte>> Members(ReadOnlyMemory<byte> json) => Members(json, list: null, []);

    /// <summary>The members of an object, and the items of one that is a list, in one go.</summary>
    /// <param name="json">The object.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="items">Takes the items.</param>
    /// <exception cref="JsonException">It is no object, or the member is no list.</exception>
    public static Dictionary<string, ReadOnlyMemory<byte>> Members(ReadOnlyMemory<byte> json, string? list, List<ReadOnlyMemory<byte>> items)
    {
        var members = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object is expected.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            members[name] = name == list ? Items(ref reader, json, items) : Here(ref reader, json);
        }

        End(ref reader);
        return members;
    }

    private static ReadOnlyMemory<byte> Items(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, List<ReadOnlyMemory<byte>> items)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list is expected.");
        }

        items.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Here(ref reader, json));
        }

        return json[start..(int)reader.BytesConsumed];
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

    private static ReadOnlyMemory<byte> Here(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
