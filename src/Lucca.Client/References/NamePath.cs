namespace Lucca;

/// <summary>The names from a root down. Kept as a chain: written out, the paths of a very deep tree would need much memory.</summary>
/// <param name="name">The last name.</param>
/// <param name="above">The names before it; null at the root.</param>
internal sealed class NamePath(string name, NamePath? above)
{
    private readonly NamePath? _above = above;

    /// <summary>The last name.</summary>
    public string Name { get; } = name;

    /// <summary>How many names there are.</summary>
    public int Depth { get; } = (above?.Depth ?? 0) + 1;

    /// <summary>The names, separated by slashes. Slashes in names are not escaped.</summary>
    public override string ToString()
    {
        var names = new string[Depth];
        var path = this;
        for (var place = Depth - 1; place >= 0; place--)
        {
            names[place] = path!.Name;
            path = path._above;
        }

        return string.Join('/', names);
    }
}
