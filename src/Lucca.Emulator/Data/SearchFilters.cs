using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary><c>search</c>: a part of one of the properties, in any case.</summary>
internal sealed class SearchFilter(params string[] properties) : Filter("search")
{
    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
        => row => values.All(text => properties.SelectMany(property => paths.Texts(row, property))
            .Any(actual => actual.Contains(text, StringComparison.OrdinalIgnoreCase)));
}

/// <summary><c>search</c> by the beginnings of words: each given word must begin a word of one of the properties.</summary>
internal sealed class WordSearchFilter(params string[] properties) : Filter("search")
{
    private static readonly char[] Delimiters = [' ', '-', '_', ',', '.'];

    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        var words = values.SelectMany(Words).ToList();
        return row =>
        {
            var names = properties.SelectMany(property => paths.Texts(row, property)).SelectMany(Words).ToList();
            return words.TrueForAll(word => names.Exists(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
        };
    }

    private static string[] Words(string text) => text.Split(Delimiters, StringSplitOptions.RemoveEmptyEntries);
}
