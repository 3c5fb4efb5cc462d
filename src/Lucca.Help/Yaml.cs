namespace Lucca.Help;

/// <summary>As much of YAML as the parameter blocks of the pages have: values, lists of words, and lists of maps.</summary>
internal static class Yaml
{
    public static string Value(IEnumerable<string> lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal)) is { } line ? Unquote(line[(name.Length + 1)..]) : "";

    public static string[] List(IEnumerable<string> lines, string name) => [.. Entries(lines, name).Select(line => Unquote(line[2..]))];

    /// <summary>The maps of a list, each as lines that <see cref="Value"/> reads.</summary>
    public static IEnumerable<string[]> Maps(IEnumerable<string> lines, string name)
    {
        var map = new List<string>();
        foreach (var line in Entries(lines, name))
        {
            if (line[0] == '-' && map.Count > 0)
            {
                yield return [.. map];
                map.Clear();
            }

            map.Add(line[2..]);
        }

        if (map.Count > 0)
        {
            yield return [.. map];
        }
    }

    private static IEnumerable<string> Entries(IEnumerable<string> lines, string name) =>
        lines.SkipWhile(line => line != name + ":").Skip(1).TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("  ", StringComparison.Ordinal));

    private static string Unquote(string text) => text.Trim().Trim('\'').Replace("''", "'", StringComparison.Ordinal);
}
