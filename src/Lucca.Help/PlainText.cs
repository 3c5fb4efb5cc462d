using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lucca.Help;

/// <summary>Takes the marks out of Markdown: a console shows none.</summary>
internal static class PlainText
{
    /// <summary>A block as it reads without marks. A list and a table have a line an entry; what else there is flows.</summary>
    /// <exception cref="FormatException">Pages have no such block.</exception>
    public static string Of(Block block) => block switch
    {
        LeafBlock { Inline: { } inline } => Of(inline),
        CodeBlock code => code.Lines.ToString(),
        Table table => Of(table),
        ListBlock list => string.Join('\n', list.Cast<ListItemBlock>().Select(item => Of(list, item))),
        _ => throw new FormatException($"line {block.Line + 1}: pages have no {block.GetType().Name}."),
    };

    /// <summary>The text of a line, a link and the like.</summary>
    public static string Of(ContainerInline container) => string.Concat(container.Select(inline => inline switch
    {
        LineBreakInline => " ",
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        HtmlInline tag => tag.Tag,
        AutolinkInline link => link.Url,
        ContainerInline inner => Of(inner),
        _ => inline.ToString(),
    }));

    private static string Of(ListBlock list, ListItemBlock item) =>
        (list.IsOrdered ? $"{item.Order}{list.OrderedDelimiter} " : $"{list.BulletType} ") + string.Join('\n', item.Select(Of));

    /// <summary>The columns under each other, without the lines that draw the table.</summary>
    private static string Of(Table table)
    {
        string[][] rows =
        [
            .. table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(cell => string.Concat(cell.Select(Of))).ToArray()),
        ];
        var columns = Enumerable.Range(0, rows.Max(row => row.Length));
        int[] widths = [.. columns.Select(column => rows.Max(row => row.ElementAtOrDefault(column)?.Length ?? 0))];
        return string.Join(
            '\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
