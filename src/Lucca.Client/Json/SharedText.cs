using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Texts that thousands of objects have in common, held once: the names of types, the beginnings of addresses.</summary>
internal static class SharedText
{
    /// <summary>More than a tenant's words and paths; what a server makes up beyond that is not held.</summary>
    private const int Most = 1024;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByPart = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text, as the one object that all share.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (ByPart.TryGetValue(text, out var known))
        {
            return known;
        }

        var made = text.ToString();
        return Known.Count < Most ? Known.GetOrAdd(made, made) : made;
    }
}

/// <summary>Reads a word that thousands of objects have in common, such as the name of a type.</summary>
internal sealed class SharedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, SharedText.Of);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
