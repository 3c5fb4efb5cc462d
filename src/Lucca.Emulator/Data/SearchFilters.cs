using System.Text.Json.Nodes;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Lists;

/// <summary><c>search</c>: a part of one of the properties, in any case.</summary>
internal sealed class SearchFilter(params string[] properties) : Filter("search")
{
    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
        => row => values.All(text => properties.SelectMany(property => paths.Texts(row, property))
            .Any(actual => actual.Contains(text, StringComparison.OrdinalIgnoreCase)));
}
