namespace Lucca;

/// <summary>An employment template: a kind of contract (lucca-resources 3.11).</summary>
public sealed class EmploymentTemplate : Resource
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The companies that use it; empty for all.</summary>
    public IReadOnlyList<Reference>? LegalEntities { get; init; }

    /// <summary><c>permanent</c> or <c>fixed</c>.</summary>
    public string? Term { get; init; }

    /// <summary>Whom it is for: <c>employee</c>, <c>student</c>, <c>external</c>, <c>elected</c>, <c>appointee</c>, <c>associate</c>, <c>volunteer</c>, <c>other</c>; an open list.</summary>
    public string? Audience { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References =>
        (LegalEntities ?? []).Select(one => ("legal-entity", (Reference?)one));
}
