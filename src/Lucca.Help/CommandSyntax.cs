using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Lucca.Help;

/// <summary>One way to call a command.</summary>
/// <param name="Set">The parameter set's name.</param>
/// <param name="Parameters">Its parameters in the order in which they are shown.</param>
internal sealed partial record CommandSyntax(string Set, IReadOnlyList<string> Parameters)
{
    public static CommandSyntax Read(string title, IEnumerable<Block> blocks) =>
        new(title.Replace(" (Default)", "", StringComparison.Ordinal), [.. blocks.SelectMany(block => ParameterName().Matches(PlainText.Of(block))).Select(name => name.Groups[1].Value)]);

    [GeneratedRegex(@"(?<=[\s\[])-(\w+)")]
    private static partial Regex ParameterName();
}
