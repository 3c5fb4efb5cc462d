using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A legal entity: a company of the tenant.</summary>
public sealed class LegalEntity : Resource
{
    /// <summary>The registered name, unique, 1 to 255 characters: the API's <c>legalName</c>.</summary>
    [JsonPropertyName("legalName")]
    public string? Name { get; init; }

    /// <summary>The identifier in another software; null when there is none.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Whether it is archived: only possible once no establishment is attached.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>The country as ISO 3166-1 alpha-3, such as <c>FRA</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The currency as ISO 4217, such as <c>EUR</c>; withdrawn ones occur.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>
    /// The tax number; its formats are <c>franceSIREN</c>, <c>spainNIF</c>, <c>germanySN</c>, <c>other</c>. Null when there is none.
    /// </summary>
    public CodePair? TaxIdentificationNumber { get; init; }

    /// <summary>
    /// The industry code; its formats are <c>franceAPE</c>, <c>spainCNAE</c>, <c>germanyWZ</c>, <c>usaNAICS</c>, <c>other</c>. Null when
    /// there is none.
    /// </summary>
    public CodePair? IndustryCode { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the record was changed last.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>When it was archived last; null when it never was.</summary>
    public DateTimeOffset? LastArchivedAt { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;
}

/// <summary>A code together with the name of its format: a tax number, an industry code, an insurance number.</summary>
public sealed class CodePair : OpenObject
{
    /// <summary>The format, such as <c>franceSIREN</c>; an open list.</summary>
    public string? Format { get; init; }

    /// <summary>The code itself.</summary>
    public string? Value { get; init; }

    /// <summary>The code.</summary>
    public override string ToString() => Value ?? "";
}
