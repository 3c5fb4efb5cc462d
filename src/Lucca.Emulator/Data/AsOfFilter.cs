using System.Text.Json.Nodes;
using Lucca.Emulator.Replies;
using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Lists;

/// <summary>One date: the property is a period with <c>start</c> and <c>end</c>, each open when null, that includes it.</summary>
internal sealed class AsOfFilter : Filter
{
    public AsOfFilter(string path)
        : base(path + ".asOf")
        => Path = path;

    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        var date = values is [var text] ? Dates.Check(Name, text) : throw Problem.Invalid(Name, "Only one value is allowed.");
        return row => (paths.Texts(row, Path + ".start") is not [var start] || string.CompareOrdinal(start, date) <= 0)
            && (paths.Texts(row, Path + ".end") is not [var end] || string.CompareOrdinal(end, date) >= 0);
    }
}
