using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Business establishments.</summary>
internal static class BusinessEstablishments
{
    public static ResourceKind Kind { get; } = new("business-establishment", "business-establishments")
    {
        Rows = _ =>
        [
            MakeRow(1, 1, "Siège Paris", "12 rue de la Paix|75002|Paris|Île-de-France|FRA", "Europe/Paris"),
            MakeRow(2, 1, "Nantes", "3 quai de la Fosse|44000|Nantes||FRA", "Europe/Paris"),
            MakeRow(3, 2, "München", "Königsstraße 7|80331|München|Bayern|DEU", "Europe/Berlin"),
            MakeRow(4, 3, "Zürich", "Löwenstrasse 1|8001|Zürich||CHE", "Europe/Zurich"),
            MakeRow(5, 1, "Réunion", "1 rue de Paris|97400|Saint-Denis||REU", "Indian/Reunion"),
            MakeRow(6, 4, "Ancien site", null, null),
        ],
        Filters =
        [
            new ListFilter("legalEntity.id") { Max = int.MaxValue },
            new SearchFilter("name", "remoteId"),
            new BoolFilter("isArchived"),
        ],
        Embeddings = [("legal-entity", "legalEntity")],
    };

    /// <summary>The legal entity of an establishment.</summary>
    public static string LegalEntityOf(int establishment) => establishment switch { 3 => "2", 4 => "3", 6 => "4", _ => "1" };

    private static JsonObject MakeRow(int id, int legalEntity, string name, string? address, string? timezone) => Row.Of(
        "business-establishment",
        Person.Text(id),
        ("name", name),
        ("remoteId", id % 2 == 0 ? null : $"BE-{id}"),
        ("isArchived", id == 6),
        ("legalEntity", Row.Reference("legal-entity", Person.Text(legalEntity))),
        ("isHeadquarters", id is 1 or 3 or 4),
        ("taxIdentificationNumber", Row.CodeOrNull(legalEntity == 1 ? ("franceSIRET", $"7328293200007{id}") : null)),
        ("industryCode", Row.CodeOrNull(legalEntity == 1 ? ("franceAPE", "6201Z") : null)),
        ("address", Address(address)),
        ("timezoneId", timezone),
        ("lastArchivedAt", id == 6 ? "2022-12-31T23:00:00Z" : null),
        ("createdAt", Timestamp.Created(id)),
        ("lastUpdatedAt", Timestamp.Updated(id)));

    private static JsonObject? Address(string? text)
        => text?.Split('|') is [var line, var code, var town, var area, var country] ? Address(line, code, town, area, country) : null;

    private static JsonObject Address(string line, string code, string town, string area, string country) => new()
    {
        ["addressLines"] = new JsonArray(line),
        ["postalCode"] = code,
        ["locality"] = town,
        ["administrativeArea"] = area.Length == 0 ? null : area,
        ["countryCode"] = country,
    };
}
