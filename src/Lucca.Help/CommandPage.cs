using System.Text.RegularExpressions;
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
        var heading = page.Blocks.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1)
            ?? throw new FormatException($"{path}: there is no heading with the command's name.");
        return new CommandPage(
            PlainText.Of(heading),
            string.Join(' ', Texts(page.Section("SYNOPSIS"))) is { Length: > 0 } synopsis
                ? synopsis
                : throw new FormatException($"{path}: there is no synopsis."),
            Texts(page.Section("DESCRIPTION")),
            [.. page.Parts("SYNTAX").Select(part => CommandSyntax.Read(part.Title, part.Blocks))],
            [
                .. page.Parts("PARAMETERS").Where(part => part.Title.StartsWith('-'))
                    .Select(part => CommandParameter.Read(path, part.Title, part.Blocks)),
            ],
            [.. page.Parts("EXAMPLES").Select(part => CommandExample.Read(part.Title, part.Blocks))],
            Types(page, "INPUTS"),
            Types(page, "OUTPUTS"),
            Texts(page.Section("NOTES")),
            [.. page.Section("RELATED LINKS").SelectMany(LinksIn).Select(link => new RelatedLink(PlainText.Of(link), link.Url ?? ""))],
            page.FrontMatter?.HelpUri ?? "");
    }

    private static DescribedType[] Types(MarkdownPage page, string section) =>
        [.. page.Parts(section).Select(part => new DescribedType(part.Title, Texts(part.Blocks)))];

    private static IEnumerable<LinkInline> LinksIn(Block block) =>
        block is LeafBlock leaf ? leaf.Inline?.Descendants<LinkInline>() ?? [] : block.Descendants<LinkInline>();

    private static string[] Texts(IEnumerable<Block> blocks) => [.. blocks.Select(PlainText.Of)];
}

/// <summary>A type that comes in or goes out, and what it means here.</summary>
internal sealed record DescribedType(string Name, IReadOnlyList<string> Description);

/// <summary>A link to another page.</summary>
internal sealed record RelatedLink(string Text, string Uri);

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

    private static string Transcript(FencedCodeBlock fence) =>
        fence.Info == "powershell" ? "PS> " + PlainText.Of(fence) : PlainText.Of(fence);
}

/// <summary>One way to call a command.</summary>
/// <param name="Set">The parameter set's name.</param>
/// <param name="Parameters">Its parameters in the order in which they are shown.</param>
internal sealed partial record CommandSyntax(string Set, IReadOnlyList<string> Parameters)
{
    public static CommandSyntax Read(string title, IEnumerable<Block> blocks) =>
        new(
            title.Replace(" (Default)", "", StringComparison.Ordinal),
            [.. blocks.SelectMany(block => ParameterName().Matches(PlainText.Of(block))).Select(name => name.Groups[1].Value)]);

    [GeneratedRegex(@"(?<=[\s\[])-(\w+)")]
    private static partial Regex ParameterName();
}
