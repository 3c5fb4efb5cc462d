using System.Globalization;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>A filter of a list: a query parameter that is named, mostly, by the path of the property it looks at.</summary>
internal abstract class Filter(string name)
{
    /// <summary>The name of the query parameter.</summary>
    public string Name { get; } = name;

    /// <summary>The property it looks at.</summary>
    public string Path { get; init; } = name;

    /// <summary>Makes the test for one request; refuses values that are not allowed.</summary>
    /// <param name="values">The values of the parameter: one, or several when it is repeated.</param>
    /// <param name="paths">Reads the properties of rows.</param>
    public abstract Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths);
}

/// <summary><c>true</c> or <c>false</c>; without the parameter, both.</summary>
internal sealed class BoolFilter(string name) : Filter(name)
{
    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        if (values is not [var text] || !bool.TryParse(text, out var wanted))
        {
            throw Problem.Invalid(Name, $"The value '{string.Join(',', values)}' is neither true nor false.");
        }

        var expected = wanted ? "true" : "false";
        return row => paths.Texts(row, Path) is [var actual] && actual == expected;
    }
}

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
