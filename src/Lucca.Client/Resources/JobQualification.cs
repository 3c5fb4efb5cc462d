using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A job qualification: a rank in a profession.</summary>
public sealed class JobQualification : Resource
{
    /// <summary>The name, unique: the API's <c>title</c>.</summary>
    [JsonPropertyName("title")]
    public string? Name { get; init; }

    /// <summary>The profession.</summary>
    [JsonInclude]
    public Reference? Profession { get; internal set; }

    /// <summary>The rank from 1 on: the higher, the more senior.</summary>
    public int? Rank { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => Profession = visitor.Visit("profession", Profession);
}
