using System.Globalization;
using System.Text.Json.Nodes;

namespace Lucca.Emulator;

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

        var date = Check(Name, text);
        return row => paths.Texts(row, Path) is [var actual] && actual == date;
    }

    /// <summary>Checks that a text is a date <c>yyyy-MM-dd</c> and returns it: in this form, text order is date order.</summary>
    public static string Check(string name, string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw Problem.Invalid(name, $"The value '{text}' is not a date such as 2024-11-01.");
}

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

        var from = first == ".." ? "" : DateFilter.Check(Name, first);
        var to = last == ".." ? "9999-12-31" : DateFilter.Check(Name, last);
        return row => paths.Texts(row, Path) is [var actual]
            && string.CompareOrdinal(actual, from) >= 0
            && string.CompareOrdinal(actual, to) <= 0;
    }
}

/// <summary>One date: the property is a period with <c>start</c> and <c>end</c>, each open when null, that includes it.</summary>
internal sealed class AsOfFilter : Filter
{
    public AsOfFilter(string path)
        : base(path + ".asOf")
        => Path = path;

    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        var date = values is [var text] ? DateFilter.Check(Name, text) : throw Problem.Invalid(Name, "Only one value is allowed.");
        return row => (paths.Texts(row, Path + ".start") is not [var start] || string.CompareOrdinal(start, date) <= 0)
            && (paths.Texts(row, Path + ".end") is not [var end] || string.CompareOrdinal(end, date) >= 0);
    }
}
