namespace Lucca.Help;

/// <summary>A worked example.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Code">What is typed and what is printed, as in a shell.</param>
/// <param name="Remarks">What there is to say about it.</param>
internal sealed record CommandExample(string Title, string Code, IReadOnlyList<string> Remarks)
{
    public static CommandExample Read(string title, IReadOnlyList<MarkdownBlock> blocks) => new(
        title,
        string.Join("\n\n", blocks.Where(block => block.Kind == BlockKind.Fence).Select(Transcript)),
        [.. blocks.Where(block => block.Kind == BlockKind.Text).Select(PlainText.Of)]);

    private static string Transcript(MarkdownBlock block) => block.Info == "powershell" ? "PS> " + block.Text : block.Text;
}
