namespace Lucca.Help;

/// <summary>A parameter: its words, and what its YAML block says of it.</summary>
internal sealed record CommandParameter(string Name, IReadOnlyList<string> Description)
{
    public string Type { get; private init; } = "";

    public string DefaultValue { get; private init; } = "";

    public bool SupportsWildcards { get; private init; }

    public IReadOnlyList<string> Aliases { get; private init; } = [];

    public IReadOnlyList<string> AcceptedValues { get; private init; } = [];

    public IReadOnlyList<ParameterUse> Uses { get; private init; } = [];

    /// <summary>The type as Get-Help shows it: without its namespace, and without Nullable.</summary>
    public string ShortType => Type.Replace("System.Nullable`1[", "", StringComparison.Ordinal).TrimEnd(Type.StartsWith("System.Nullable", StringComparison.Ordinal) ? ']' : ' ').Split('.')[^1];

    public bool IsSwitch => ShortType == "SwitchParameter";

    /// <summary>Reads a parameter.</summary>
    /// <exception cref="FormatException">It has no YAML block or no words.</exception>
    public static CommandParameter Read(string path, string title, IReadOnlyList<MarkdownBlock> blocks)
    {
        var yaml = blocks.FirstOrDefault(block => block.Info == "yaml") ?? throw new FormatException($"{path}: {title} has no yaml block.");
        string[] words = [.. blocks.Where(block => block.Kind == BlockKind.Text).Select(PlainText.Of)];
        var lines = yaml.Text.Split('\n');
        return new CommandParameter(title.TrimStart('-'), words.Length > 0 ? words : throw new FormatException($"{path}: {title} has no words."))
        {
            Type = Yaml.Value(lines, "Type"),
            DefaultValue = Yaml.Value(lines, "DefaultValue"),
            SupportsWildcards = Yaml.Value(lines, "SupportsWildcards") == "true",
            Aliases = Yaml.List(lines, "Aliases"),
            AcceptedValues = Yaml.List(lines, "AcceptedValues"),
            Uses = [.. Yaml.Maps(lines, "ParameterSets").Select(ParameterUse.Read)],
        };
    }

    /// <summary>How a parameter set uses it; null when it does not.</summary>
    public ParameterUse? In(string set) => Uses.FirstOrDefault(use => use.Set == set) ?? Uses.FirstOrDefault(use => use.Set == "(All)");
}

/// <summary>How a parameter set uses a parameter.</summary>
internal sealed record ParameterUse(string Set, string Position, bool IsRequired, string PipelineInput)
{
    public static ParameterUse Read(string[] map) => new(
        Yaml.Value(map, "Name"),
        Yaml.Value(map, "Position") is "Named" or "" ? "named" : Yaml.Value(map, "Position"),
        Yaml.Value(map, "IsRequired") == "true",
        (Yaml.Value(map, "ValueFromPipeline") == "true", Yaml.Value(map, "ValueFromPipelineByPropertyName") == "true") switch
        {
            (true, true) => "true (ByValue, ByPropertyName)",
            (true, _) => "true (ByValue)",
            (_, true) => "true (ByPropertyName)",
            _ => "false",
        });
}
