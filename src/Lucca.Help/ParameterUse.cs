using YamlDotNet.Serialization;

namespace Lucca.Help;

/// <summary>How a parameter set uses a parameter.</summary>
internal sealed record ParameterUse
{
    [YamlMember(Alias = "Name")]
    public string Set { get; init; } = "";

    public string Position { get; init; } = "Named";

    public bool IsRequired { get; init; }

    public bool ValueFromPipeline { get; init; }

    public bool ValueFromPipelineByPropertyName { get; init; }

    /// <summary>In the words of Get-Help.</summary>
    public string PipelineInput => (ValueFromPipeline, ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, _) => "true (ByValue)",
        (_, true) => "true (ByPropertyName)",
        _ => "false",
    };
}
