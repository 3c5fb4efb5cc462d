using System.Text.Json.Nodes;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Lists;

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
