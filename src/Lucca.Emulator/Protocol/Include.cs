using Lucca.Emulator.Replies;

namespace Lucca.Emulator.Requests;

/// <summary>Which optional parts of a reply were asked for: each is absent unless it was.</summary>
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
