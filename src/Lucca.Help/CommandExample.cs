using Markdig.Syntax;

namespace Lucca.Help;

/// <summary>A worked example.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Code">What is typed and what is printed, as in a shell.</param>
/// <param name="Remarks">What there is to say about it.</param>
internal sealed record CommandExample(string Title, string Code, IReadOnlyList<string> Remarks)
{
    public static CommandExample Read(string title, IReadOnlyList<Block> blocks) => new(
        title,
        string.Join("\n\n", blocks.OfType<FencedCodeBlock>().Select(Transcript)),
        [.. blocks.Where(block => block is not FencedCodeBlock).Select(PlainText.Of)]);

    private static string Transcript(FencedCodeBlock fence) => fence.Info == "powershell" ? "PS> " + PlainText.Of(fence) : PlainText.Of(fence);
}
