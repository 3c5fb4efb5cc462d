namespace Lucca.Emulator.Lists;

/// <summary>The order of texts and dates: in any case, null last.</summary>
internal sealed class TextComparer : IComparer<string?>
{
    public static readonly TextComparer Instance = new();

    public int Compare(string? x, string? y)
        => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => string.Compare(x, y, StringComparison.OrdinalIgnoreCase),
        };
}
