using Markdig.Syntax;
using YamlDotNet.Serialization;

namespace Lucca.Help;

/// <summary>A parameter: its words, and what its YAML block says of it.</summary>
internal sealed record CommandParameter
{
    [YamlIgnore]
    public string Name { get; private init; } = "";

    [YamlIgnore]
    public IReadOnlyList<string> Description { get; private init; } = [];

    public string Type { get; init; } = "";

    public string DefaultValue { get; init; } = "";

    public bool SupportsWildcards { get; init; }

    public string[] Aliases { get; init; } = [];

    public string[]? AcceptedValues { get; init; }

    [YamlMember(Alias = "ParameterSets")]
    public ParameterUse[] Uses { get; init; } = [];

    /// <summary>The type as Get-Help shows it: without its namespace, and without Nullable.</summary>
    public string ShortType =>
        Type.Replace("System.Nullable`1[", "", StringComparison.Ordinal)
            .TrimEnd(Type.StartsWith("System.Nullable", StringComparison.Ordinal) ? ']' : ' ').Split('.')[^1];

    public bool IsSwitch => ShortType == "SwitchParameter";

    /// <summary>Reads a parameter.</summary>
    /// <exception cref="FormatException">It has no YAML block, no words, or no parameter set.</exception>
    public static CommandParameter Read(string path, string title, IReadOnlyList<Block> blocks)
    {
        var yaml = blocks.OfType<FencedCodeBlock>()
            .FirstOrDefault(fence => fence.Info == "yaml") ?? throw new FormatException($"{path}: {title} has no yaml block.");
        var parameter = Yaml.Read<CommandParameter>(path, yaml.Lines.ToString());
        string[] words = [.. blocks.Where(block => block is not FencedCodeBlock).Select(PlainText.Of)];
        return parameter with
        {
            Name = title.TrimStart('-'),
            Description = words.Length > 0 ? words : throw new FormatException($"{path}: {title} has no words."),
            Uses = parameter.Uses.Length > 0 ? parameter.Uses : throw new FormatException($"{path}: {title} is in no parameter set."),
        };
    }

    /// <summary>How a parameter set uses it; null when it does not.</summary>
    public ParameterUse? In(string set) => Uses.FirstOrDefault(use => use.Set == set) ?? Uses.FirstOrDefault(use => use.Set == "(All)");
}
