namespace Lucca.Emulator;

/// <summary>A query string, or a form body: names with one or more values. Names are matched in any case.</summary>
internal sealed class Query
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    public static Query Parse(string text)
    {
        var query = new Query();
        foreach (var pair in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = cut < 0 ? (pair, "") : (pair[..cut], pair[(cut + 1)..]);
            query._pairs.Add(new(Decode(name), Decode(value)));
        }

        return query;
    }

    public IReadOnlyList<string> Values(string name)
        => [.. _pairs.Where(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value)];

    /// <summary>The value of a parameter; the last one when it is repeated; null when it is not there.</summary>
    public string? Single(string name) => Values(name) is [.., var last] ? last : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

/// <summary>Which optional parts of a response were asked for: each is absent unless it was.</summary>
internal sealed record Include(bool Embedded, bool Links, bool TotalCount)
{
    public static Include Parse(IEnumerable<string> values)
    {
        const StringSplitOptions Options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var names = values.SelectMany(value => value.Split(',', Options)).ToList();
        return names.Find(name => name is not ("embedded" or "links" or "totalCount")) is { } unknown
            ? throw Problem.Invalid("include", $"The value '{unknown}' is not one of embedded, links, totalCount.")
            : new(names.Contains("embedded"), names.Contains("links"), names.Contains("totalCount"));
    }
}
