namespace Lucca.Help;

/// <summary>What a page says of itself above its text.</summary>
internal sealed record FrontMatter
{
    /// <summary>Where the page can be read online; empty when nowhere.</summary>
    public string HelpUri { get; init; } = "";
}
