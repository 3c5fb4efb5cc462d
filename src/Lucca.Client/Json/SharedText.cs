using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Interns texts that thousands of objects share: names of types, beginnings of addresses.</summary>
internal static class SharedText
{
    /// <summary>The most texts: more than the types and paths of a tenant.</summary>
    private const int MaxCount = 1024;

    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The shared string.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (BySpan.TryGetValue(text, out var shared))
        {
            return shared;
        }

        var made = text.ToString();
        return Texts.Count < MaxCount ? Texts.GetOrAdd(made, made) : made;
    }
}

/// <summary>Reads a text that thousands of objects share, such as the name of a type.</summary>
internal sealed class SharedTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader, SharedText.Of);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
