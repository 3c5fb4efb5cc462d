namespace Lucca;

/// <summary>
/// Which connection is being read from. Every object that is made of a reply remembers it, and so do its references and all that it
/// embeds, without anyone going through them.
/// </summary>
internal static class Origin
{
    private static readonly AsyncLocal<object?> Present = new();

    /// <summary>The connection; null when nothing is being read. What an asynchronous method sets here ends with that method.</summary>
    public static object? Current
    {
        get => Present.Value;
        set => Present.Value = value;
    }
}
