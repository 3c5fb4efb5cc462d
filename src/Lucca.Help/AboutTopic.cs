using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Lucca.Help;

/// <summary>Turns a topic into text for a console. Get-Help takes the fifth line for the synopsis.</summary>
internal static class AboutTopic
{
    private const int Width = 80;
    private const string Indent = "    ";

    public static string Convert(MarkdownPage page)
    {
        var text = new StringBuilder("TOPIC\n");
        foreach (var block in page.Blocks)
        {
            text.Append(block switch
            {
                HeadingBlock { Level: 1 } => $"{Indent}{PlainText.Of(block)}\n",
                HeadingBlock { Level: 2 } => $"\n{PlainText.Of(block).ToUpperInvariant()}\n",
                HeadingBlock => $"\n  {PlainText.Of(block)}\n",
                CodeBlock => $"\n{Lines(PlainText.Of(block), Indent + Indent)}\n",
                _ => Paragraph(block, text),
            });
        }

        return text.ToString();
    }

    /// <summary>The text right below a heading follows without a blank line.</summary>
    private static string Paragraph(Block block, StringBuilder before)
    {
        var plain = PlainText.Of(block).Split('\n');
        var lines = block is Table ? plain : plain.SelectMany(Wrap);
        var lastLine = before.ToString().TrimEnd('\n').Split('\n')[^1];
        return (lastLine.StartsWith(Indent, StringComparison.Ordinal) ? "\n" : "") + Lines(string.Join('\n', lines), Indent) + "\n";
    }

    private static string Lines(string text, string indent) =>
        string.Join('\n', text.Split('\n').Select(line => (indent + line).TrimEnd()));

    private static IEnumerable<string> Wrap(string text)
    {
        var hanging = text.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > hanging.Length && line.Length + 1 + word.Length > Width - Indent.Length)
            {
                yield return line.ToString();
                line.Clear().Append(hanging);
            }

            line.Append(line.Length > 0 && !line.ToString().EndsWith(' ') ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
