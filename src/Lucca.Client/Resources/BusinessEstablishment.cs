using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A business establishment: a site of a legal entity.</summary>
public sealed class BusinessEstablishment : Resource
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The identifier in another software; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Whether it is archived: only possible once no employee is attached.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>The company that it belongs to.</summary>
    [JsonInclude]
    public Reference? LegalEntity { get; internal set; }

    /// <summary>Whether it is the seat: at most one is in a legal entity.</summary>
    public bool? IsHeadquarters { get; init; }

    /// <summary>The tax number; its formats are <c>franceSIRET</c>, <c>spainNIF</c>, <c>other</c>. Null when there is none.</summary>
    public CodePair? TaxIdentificationNumber { get; init; }

    /// <summary>
    /// The industry code; its formats are <c>franceAPE</c>, <c>spainCNAE</c>, <c>germanyWZ</c>, <c>usaNAICS</c>, <c>other</c>. Null when
    /// there is none.
    /// </summary>
    public CodePair? IndustryCode { get; init; }

    /// <summary>The postal address; null when there is none.</summary>
    public Address? Address { get; init; }

    /// <summary>The time zone's IANA name, such as <c>Europe/Paris</c>; null when there is none.</summary>
    public string? TimezoneId { get; init; }

    /// <summary>When it was archived last; null when it never was.</summary>
    public DateTimeOffset? LastArchivedAt { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor) => LegalEntity = visitor.Visit("legal-entity", LegalEntity);
}
