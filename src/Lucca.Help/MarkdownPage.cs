using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Lucca.Help;

/// <summary>A Markdown page as a row of blocks under headings.</summary>
/// <param name="Path">The file.</param>
/// <param name="Blocks">The blocks in order, without the front matter.</param>
internal sealed record MarkdownPage(string Path, IReadOnlyList<Block> Blocks)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <summary>What stands above the page; null when there is none.</summary>
    public FrontMatter? FrontMatter { get; private init; }

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">A fence is not closed, or the front matter is no YAML.</exception>
    public static MarkdownPage Read(string path)
    {
        var document = Markdown.Parse(File.ReadAllText(path), Pipeline);
        if (document.Descendants<FencedCodeBlock>().Any(fence => fence.ClosingFencedCharCount == 0))
        {
            throw new FormatException($"{path}: a fenced block is not closed.");
        }

        var above = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        return new MarkdownPage(path, [.. document.Where(block => block != above)])
        {
            FrontMatter = above is null ? null : Yaml.Read<FrontMatter>(path, above.Lines.ToString()),
        };
    }

    /// <summary>The blocks below a heading, down to the next heading of its level or above; empty when there is no such heading.</summary>
    public IReadOnlyList<Block> Section(string title) =>
        Blocks.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 2 && PlainText.Of(heading) == title) is { } found
            ? Below(Blocks, found)
            : [];

    /// <summary>The parts of a section, each by its heading of the third level.</summary>
    public IEnumerable<(string Title, IReadOnlyList<Block> Blocks)> Parts(string section)
    {
        var blocks = Section(section);
        return from heading in blocks.OfType<HeadingBlock>()
               where heading.Level == 3
               select (PlainText.Of(heading), Below(blocks, heading));
    }

    private static IReadOnlyList<Block> Below(IReadOnlyList<Block> blocks, HeadingBlock heading) =>
        [
            .. blocks.SkipWhile(block => block != heading).Skip(1)
                .TakeWhile(block => block is not HeadingBlock next || next.Level > heading.Level),
        ];
}

/// <summary>What a page says of itself above its text.</summary>
internal sealed record FrontMatter
{
    /// <summary>Where the page can be read online; empty when nowhere.</summary>
    public string HelpUri { get; init; } = "";
}
