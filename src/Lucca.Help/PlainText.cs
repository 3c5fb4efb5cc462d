using System.Text.RegularExpressions;

namespace Lucca.Help;

/// <summary>Takes the marks out of Markdown text: a console shows none.</summary>
internal static partial class PlainText
{
    /// <summary>The text as it reads without marks. Lines of a list or a table stay lines; others flow together.</summary>
    public static string Of(MarkdownBlock block) => block.Kind == BlockKind.Fence ? block.Text : Of(block.Text);

    /// <inheritdoc cref="Of(MarkdownBlock)"/>
    public static string Of(string text)
    {
        var plain = Code().Replace(Strong().Replace(Link().Replace(text, "$1"), "$1"), "$1");
        return plain.StartsWith('|') ? Table(plain) : LineInParagraph().Replace(plain, " ");
    }

    /// <summary>A table with its columns under each other, without the lines that draw it.</summary>
    private static string Table(string text)
    {
        string[][] rows = [.. text.Split('\n').Where(line => line.Trim('|', '-', ' ', ':').Length > 0).Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, rows.Max(row => row.Length)).Select(column => rows.Max(row => row.ElementAtOrDefault(column)?.Length ?? 0))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Strong();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\n(?!\s*(?:[-*]|\d+\.) )\s*")]
    private static partial Regex LineInParagraph();
}
