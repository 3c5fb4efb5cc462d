namespace Lucca.Api;

/// <summary>The paths of departments, as they are shown: the names from the root down, separated by slashes.</summary>
/// <param name="byId">The departments, by id.</param>
internal sealed class NamePaths(IReadOnlyDictionary<string, NamedResource> byId)
{
    /// <summary>Whether a text may be a path.</summary>
    public static bool MayBe(string text) => text.Contains('/', StringComparison.Ordinal);

    /// <summary>The path. It is not kept: the paths of a very deep tree would need much memory.</summary>
    public string Of(NamedResource one) => string.Join('/', Up(one).Select(NameOf).Reverse());

    /// <summary>Whether a text is the path, compared from its end: most departments differ in the last name already.</summary>
    /// <param name="one">The department.</param>
    /// <param name="text">The text, with the spelling of names ignored.</param>
    public bool IsAt(NamedResource one, string text)
    {
        var start = text.Length + 1;
        foreach (var name in Up(one).Select(at => NameSpelling.Normal(NameOf(at))))
        {
            start -= name.Length + 1;
            if (start < 0
                || string.CompareOrdinal(text, start, name, 0, name.Length) != 0
                || (start > 0 && text[start - 1] != '/'))
            {
                return false;
            }
        }

        return start == 0;
    }

    /// <summary>A department and those above it. Parents may form a cycle, which ends where it closes.</summary>
    private IEnumerable<NamedResource> Up(NamedResource one)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = one; at is not null && seen.Add(at.Id); at = Above(at))
        {
            yield return at;
        }
    }

    /// <summary>The department above; null for a root, and where it is unknown or malformed, as the tree has it.</summary>
    private NamedResource? Above(NamedResource one) =>
        one.ParentId is { } id && byId.GetValueOrDefault(id) is { Problem: null } above ? above : null;

    private static string NameOf(NamedResource one) => one.Name.Length > 0 ? one.Name : one.Id;
}
