using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lucca.Help;

/// <summary>What a command's page says, in the form of Microsoft.PowerShell.PlatyPS 1.x.</summary>
internal sealed record CommandPage(
    string Name,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<CommandSyntax> Syntax,
    IReadOnlyList<CommandParameter> Parameters,
    IReadOnlyList<CommandExample> Examples,
    IReadOnlyList<DescribedType> Inputs,
    IReadOnlyList<DescribedType> Outputs,
    IReadOnlyList<string> Notes,
    IReadOnlyList<RelatedLink> Links,
    string HelpUri)
{
    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">It has no name or no synopsis.</exception>
    public static CommandPage Read(string path)
    {
        var page = MarkdownPage.Read(path);
        var heading = page.Blocks.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) ?? throw new FormatException($"{path}: there is no heading with the command's name.");
        return new CommandPage(
            PlainText.Of(heading),
            string.Join(' ', Texts(page.Section("SYNOPSIS"))) is { Length: > 0 } synopsis ? synopsis : throw new FormatException($"{path}: there is no synopsis."),
            Texts(page.Section("DESCRIPTION")),
            [.. page.Parts("SYNTAX").Select(part => CommandSyntax.Read(part.Title, part.Blocks))],
            [.. page.Parts("PARAMETERS").Where(part => part.Title.StartsWith('-')).Select(part => CommandParameter.Read(path, part.Title, part.Blocks))],
            [.. page.Parts("EXAMPLES").Select(part => CommandExample.Read(part.Title, part.Blocks))],
            Types(page, "INPUTS"),
            Types(page, "OUTPUTS"),
            Texts(page.Section("NOTES")),
            [.. page.Section("RELATED LINKS").SelectMany(LinksIn).Select(link => new RelatedLink(PlainText.Of(link), link.Url ?? ""))],
            page.FrontMatter?.HelpUri ?? "");
    }

    private static DescribedType[] Types(MarkdownPage page, string section) => [.. page.Parts(section).Select(part => new DescribedType(part.Title, Texts(part.Blocks)))];

    private static IEnumerable<LinkInline> LinksIn(Block block) => block is LeafBlock leaf ? leaf.Inline?.Descendants<LinkInline>() ?? [] : block.Descendants<LinkInline>();

    private static string[] Texts(IEnumerable<Block> blocks) => [.. blocks.Select(PlainText.Of)];
}

/// <summary>A type that comes in or goes out, and what it means here.</summary>
internal sealed record DescribedType(string Name, IReadOnlyList<string> Description);

/// <summary>A link to another page.</summary>
internal sealed record RelatedLink(string Text, string Uri);
