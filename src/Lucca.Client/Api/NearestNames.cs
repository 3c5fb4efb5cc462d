namespace Lucca.Api;

/// <summary>Finds names that were probably meant.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>The nearest few, the nearest first: names that hold the text, or differ in a third of it at most.</summary>
    public static IEnumerable<NamedResource> Of(string text, IEnumerable<NamedResource> all) =>
        all.Select(one => (Resource: one, Distance: one.OtherNames.Append(one.Name).Where(name => name.Length > 0).Select(name => Measure(text, name)).DefaultIfEmpty(int.MaxValue).Min()))
            .Where(one => one.Distance <= Math.Max(1, text.Length / 3))
            .OrderBy(one => one.Distance)
            .Take(Most)
            .Select(one => one.Resource);

    private static int Measure(string text, string name) => name.Contains(text, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(text, name);

    /// <summary>How many letters have to be put in, left out or changed to make one text of the other (Levenshtein).</summary>
    private static int Distance(string text, string name)
    {
        var (one, other) = (text.ToUpperInvariant(), name.ToUpperInvariant());
        int[] above = [.. Enumerable.Range(0, other.Length + 1)];
        for (var row = 1; row <= one.Length; row++)
        {
            var (diagonal, left) = (above[0], above[0] = row);
            for (var column = 1; column <= other.Length; column++)
            {
                left = Math.Min(Math.Min(left, above[column]) + 1, diagonal + (one[row - 1] == other[column - 1] ? 0 : 1));
                (diagonal, above[column]) = (above[column], left);
            }
        }

        return above[^1];
    }
}
