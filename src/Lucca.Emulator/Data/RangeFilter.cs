using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Lists;

/// <summary>A date range <c>A--B</c>, both included; <c>..</c> stands for an open end. No date is in no range.</summary>
internal sealed class RangeFilter : Filter
{
    public RangeFilter(string path)
        : base(path + ".between")
        => Path = path;

    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        if (values is not [var text] || text.Split("--") is not [var first, var last] || (first == ".." && last == ".."))
        {
            throw Problem.Invalid(Name, "A range such as 2024-01-01--2024-12-31 is expected; .. stands for one open end.");
        }

        var from = first == ".." ? "" : Dates.Check(Name, first);
        var to = last == ".." ? "9999-12-31" : Dates.Check(Name, last);
        return row => paths.Texts(row, Path) is [var actual]
            && string.CompareOrdinal(actual, from) >= 0
            && string.CompareOrdinal(actual, to) <= 0;
    }
}
