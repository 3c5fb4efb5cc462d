namespace Lucca.Help;

/// <summary>A Markdown page as the blocks that help pages are made of: headings, fenced blocks, and text between blank lines.</summary>
/// <param name="Path">The file.</param>
/// <param name="Blocks">The blocks in order, without the front matter.</param>
internal sealed record MarkdownPage(string Path, IReadOnlyList<MarkdownBlock> Blocks)
{
    private const string Fence = "```";

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">A fence is not closed.</exception>
    public static MarkdownPage Read(string path)
    {
        var blocks = new List<MarkdownBlock>();
        var text = new List<string>();
        var lines = new Queue<string>(WithoutFrontMatter(File.ReadAllLines(path)));
        while (lines.TryDequeue(out var line))
        {
            var level = line.TakeWhile(character => character == '#').Count();
            if (line.Length == 0 || line.StartsWith(Fence, StringComparison.Ordinal) || level > 0)
            {
                Flush();
            }

            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                blocks.Add(new MarkdownBlock(BlockKind.Fence, TakeFence(lines, path), line[Fence.Length..].Trim()));
            }
            else if (level > 0)
            {
                blocks.Add(new MarkdownBlock(BlockKind.Heading, line[level..].Trim(), Level: level));
            }
            else if (line.Length > 0)
            {
                text.Add(line.TrimEnd());
            }
        }

        Flush();
        return new MarkdownPage(path, blocks);

        void Flush()
        {
            if (text.Count > 0)
            {
                blocks.Add(new MarkdownBlock(BlockKind.Text, string.Join('\n', text)));
                text.Clear();
            }
        }
    }

    /// <summary>The blocks below a heading, down to the next heading of its level or above; empty when there is no such heading.</summary>
    public IReadOnlyList<MarkdownBlock> Section(string title) => Below(Blocks, Blocks.ToList().FindIndex(block => block.Level == 2 && block.Text == title));

    /// <summary>The parts of a section, each by its heading of the third level.</summary>
    public IEnumerable<(string Title, IReadOnlyList<MarkdownBlock> Blocks)> Parts(string section)
    {
        var blocks = Section(section);
        return from index in Enumerable.Range(0, blocks.Count)
               where blocks[index].Level == 3
               select (blocks[index].Text, Below(blocks, index));
    }

    private static IReadOnlyList<MarkdownBlock> Below(IReadOnlyList<MarkdownBlock> blocks, int heading) =>
        heading < 0 ? [] : [.. blocks.Skip(heading + 1).TakeWhile(block => block.Level == 0 || block.Level > blocks[heading].Level)];

    private static IEnumerable<string> WithoutFrontMatter(string[] lines) =>
        lines is ["---", ..] ? lines.Skip(1).SkipWhile(line => line != "---").Skip(1) : lines;

    private static string TakeFence(Queue<string> lines, string path)
    {
        var content = new List<string>();
        while (lines.TryDequeue(out var line))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                return string.Join('\n', content);
            }

            content.Add(line);
        }

        throw new FormatException($"{path}: a fenced block is not closed.");
    }
}
