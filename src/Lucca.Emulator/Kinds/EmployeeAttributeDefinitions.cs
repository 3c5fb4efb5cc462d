using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Definitions of employee attributes: the ids of built-in ones are paths, those of others are chosen by who made them.</summary>
internal static class EmployeeAttributeDefinitions
{
    public static ResourceKind Kind { get; } = new("employee-attribute-definition", "employee-attribute-definitions")
    {
        OtherScope = "employee-attributes", // their own scopes stand on their pages, not in the API's description
        Rows = _ =>
        [
            MakeRow("e_badge_number", "Badge number", "employee", new JsonObject { ["type"] = "string", ["maxLength"] = 255 }),
            MakeRow("e_first_aider", "First aider", "employee", new JsonObject { ["type"] = "boolean" }),
            MakeRow("e_children", "Enfants à charge", "employee", new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["givenName"] = new JsonObject { ["type"] = "string" },
                    ["bornOn"] = new JsonObject { ["type"] = "string", ["format"] = "date" },
                },
            }),
            MakeRow("e_tShirtSize", "T-shirt size", "employee", Label(), "1"),
            MakeRow("e_languages", "Langues", "employee", Label(), "2"),
            MakeRow("employee.givenName", "Given name", "employee", new JsonObject { ["type"] = "string" }),
            MakeRow("employment.start", "Start", "employment", new JsonObject { ["type"] = "string", ["format"] = "date" }),
            MakeRow("jobPosition.department", "Department", "job-position", new JsonObject { ["$ref"] = "department-reference" }),
            MakeRow("personal.legalGender", "Legal gender", "employee", new JsonObject { ["type"] = "string" }),
            MakeRow("jobPosition.manager", "Manager", "job-position", new JsonObject { ["$ref"] = "employee-reference" }),
            MakeRow("e_workload", "Workload", "job-position", new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 }),
        ],
    };

    private static JsonObject MakeRow(string id, string name, string type, JsonObject schema, string? taxonomy = null) => Row.Of(
        "employee-attribute-definition",
        id,
        ("name", name),
        ("targetType", type),
        ("schema", schema),
        ("applicabilitySchema", id != "e_first_aider" ? null : new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("start"),
        }),
        ("propertyDescriptions", id == "e_children" ? Children() : null),
        ("multipleValueHandling", id switch
        {
            "e_children" => new JsonObject { ["sorting"] = "ascending", ["sortingProperty"] = "bornOn" },
            "e_languages" => new JsonObject { ["sorting"] = "ascending", ["sortingProperty"] = null },
            _ => null,
        }),
        ("taxonomy", Row.ReferenceOrNull("taxonomy", taxonomy)),
        ("isArchived", id == "e_workload"),
        ("lastArchivedAt", id == "e_workload" ? "2024-03-01T00:00:00Z" : null),
        ("createdAt", Timestamp.Created(id.Length)),
        ("lastUpdatedAt", Timestamp.Updated(id.Length)),
        ("t9n", Row.Translations("name", id == "e_badge_number" ? "Numéro de badge" : null)));

    private static JsonObject Label() => new() { ["$ref"] = "taxonomy-label-reference" };

    private static JsonObject Children() => new()
    {
        ["givenName"] = new JsonObject { ["name"] = "Prénom", ["taxonomy"] = null, ["sortOrder"] = 0, ["t9n"] = Row.Translations("name") },
        ["bornOn"] = new JsonObject { ["name"] = "Né(e) le", ["taxonomy"] = null, ["sortOrder"] = 1, ["t9n"] = Row.Translations("name") },
    };
}
