namespace Lucca.Api;

/// <summary>Finds similar names.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>The most similar names first: those that contain the text, or differ in at most a third of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="all">The resources.</param>
    /// <param name="names">The names of each.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static IEnumerable<NamedResource> Of(
        string text,
        IEnumerable<NamedResource> all,
        Func<NamedResource, IEnumerable<string>> names,
        CancellationToken cancellationToken)
    {
        var typed = NameSpelling.Normal(text);
        var most = Math.Max(1, typed.Length / 3);
        return all.Select(one => (Resource: one, Distance: Nearest(one)))
            .Where(one => one.Distance <= most && one.Resource.Id.Length > 0)
            .OrderBy(one => one.Distance)
            .Take(Most)
            .Select(one => one.Resource);

        int Nearest(NamedResource one)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return names(one).Select(NameSpelling.Normal).Where(name => name.Length > 0)
                .Select(name => name.Contains(typed, StringComparison.Ordinal) ? 0 : Distance(typed, name, most))
                .DefaultIfEmpty(int.MaxValue).Min();
        }
    }

    /// <summary>
    /// The Levenshtein distance; <see cref="int.MaxValue"/> when it exceeds the limit, as for most names.
    /// </summary>
    private static int Distance(string text, string name, int most)
    {
        if (Math.Abs(text.Length - name.Length) > most)
        {
            return int.MaxValue;
        }

        int[] above = [.. Enumerable.Range(0, name.Length + 1)];
        for (var row = 1; row <= text.Length; row++)
        {
            var (diagonal, left) = (above[0], above[0] = row);
            var least = left;
            for (var column = 1; column <= name.Length; column++)
            {
                left = Math.Min(Math.Min(left, above[column]) + 1, diagonal + (text[row - 1] == name[column - 1] ? 0 : 1));
                (diagonal, above[column]) = (above[column], left);
                least = Math.Min(least, left);
            }

            if (least > most)
            {
                return int.MaxValue;
            }
        }

        return above[^1];
    }
}
