using System.Collections.Concurrent;

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
