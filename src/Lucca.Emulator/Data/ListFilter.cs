using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>A comma-separated list of values: any of them must equal the property, or one item of it.</summary>
internal sealed class ListFilter(string name) : Filter(name)
{
    /// <summary>The most values; the API states 100 for most lists.</summary>
    public int Max { get; init; } = 100;

    /// <summary>Whether the value <c>null</c> stands for a property that is null.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Whether a property that is null matches any value: it means "all of them".</summary>
    public bool NullMatches { get; init; }

    /// <summary>The only values allowed; null = any.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <inheritdoc/>
    public override Predicate<JsonObject> Parse(IReadOnlyList<string> values, Paths paths)
    {
        var wanted = values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        Check(wanted);
        return row => paths.Texts(row, Path) switch
        {
            [] => NullMatches || (AllowsNull && wanted.Contains("null")),
            var texts => texts.Any(wanted.Contains),
        };
    }

    private void Check(HashSet<string> wanted)
    {
        if (wanted.Count > Max)
        {
            throw Problem.Invalid(Name, Max == 1 ? "Only one value is allowed." : $"At most {Max} values are allowed.");
        }

        if (wanted.Contains(""))
        {
            throw Problem.Invalid(Name, "A value must not be empty.");
        }

        if (Values is not null && wanted.FirstOrDefault(value => !IsAllowed(value)) is { } unknown)
        {
            throw Problem.Invalid(Name, $"The value '{unknown}' is not one of {string.Join(", ", Values)}.");
        }
    }

    private bool IsAllowed(string value) => Values!.Contains(value) || (AllowsNull && value == "null");
}
