using System.Globalization;
using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Lists;

/// <summary>A comma-separated list of integers from 0 on.</summary>
internal sealed class RankFilter(string name) : Filter(name)
{
    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        var wanted = values.SelectMany(value => value.Split(',')).Select(ParseOne).ToHashSet(StringComparer.Ordinal);
        return row => paths.Texts(row, Path).Any(wanted.Contains);
    }

    private string ParseOne(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw Problem.Invalid(Name, $"The value '{text}' is not an integer from 0 on.");
}
