using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Lists;

/// <summary>One date, and, where <see cref="AllowsNull"/> says so, <c>null</c>.</summary>
internal sealed class DateFilter(string name) : Filter(name)
{
    /// <summary>Whether the value <c>null</c> stands for no date.</summary>
    public bool AllowsNull { get; init; }

    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        if (values is not [var text])
        {
            throw Problem.Invalid(Name, "Only one value is allowed.");
        }

        if (AllowsNull && text == "null")
        {
            return row => paths.Texts(row, Path) is [];
        }

        var date = Dates.Check(Name, text);
        return row => paths.Texts(row, Path) is [var actual] && actual == date;
    }
}
