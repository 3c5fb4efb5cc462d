namespace Lucca;

/// <summary>A job qualification: a rank in a profession (lucca-resources 3.5).</summary>
public sealed class JobQualification : Resource
{
    /// <summary>The title, unique.</summary>
    public string? Title { get; init; }

    /// <summary>The profession.</summary>
    public Reference? Profession { get; init; }

    /// <summary>The rank from 1 on: the higher, the more senior.</summary>
    public int? Rank { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References => [("profession", Profession)];
}
