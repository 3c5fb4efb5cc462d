using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Legal entities.</summary>
internal static class LegalEntities
{
    public static ResourceKind Kind { get; } = new("legal-entity", "legal-entities")
    {
        Rows = _ =>
        [
            MakeRow(1, "Acme France SAS", "FRA", "EUR", ("franceSIREN", "732829320"), ("franceAPE", "6201Z")),
            MakeRow(2, "Acme Deutschland GmbH", "DEU", "EUR", ("germanySN", "2181508150"), ("germanyWZ", "62.01")),
            MakeRow(3, "Acme Suisse SA", "CHE", "CHF", ("other", "CHE-123.456.789"), null),
            MakeRow(4, "Ancienne société Léonard", "FRA", "EUR", null, null),
        ],
        Filters = [new ListFilter("countryCode"), new BoolFilter("isArchived")],
        Links = [new("businessEstablishments", "business-establishments?legalEntity.id=")],
    };

    private static JsonObject MakeRow(
        int id,
        string name,
        string country,
        string currency,
        (string Format, string Value)? tax,
        (string Format, string Value)? industry) => Row.Of(
        "legal-entity",
        Person.Text(id),
        ("legalName", name),
        ("remoteId", id == 4 ? null : $"LE-{id}"),
        ("isArchived", id == 4),
        ("countryCode", country),
        ("currencyCode", currency),
        ("taxIdentificationNumber", Row.CodeOrNull(tax)),
        ("industryCode", Row.CodeOrNull(industry)),
        ("createdAt", Timestamp.Created(id)),
        ("lastUpdatedAt", Timestamp.Updated(id)),
        ("lastArchivedAt", id == 4 ? "2022-12-31T23:00:00Z" : null));
}
