using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Lists;

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
