using System.Text.Json.Nodes;
using Lucca.Emulator.Demo;

namespace Lucca.Emulator.Resources;

/// <summary>Definitions of employee attributes: their ids are chosen by who made them.</summary>
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
            MakeRow("e_workload", "Workload", "job-position", new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 }),
        ],
    };

    private static JsonObject MakeRow(string id, string name, string type, JsonObject schema) => Row.Of(
        "employee-attribute-definition",
        id,
        ("name", name),
        ("ofResourceType", type),
        ("schema", schema),
        ("propertyDescriptions", id == "e_children" ? Children() : null),
        ("multipleValueHandling", id == "e_children" ? new JsonObject { ["sorting"] = "ascending", ["sortingProperty"] = "bornOn" } : null),
        ("taxonomy", null),
        ("isArchived", id == "e_workload"),
        ("lastArchivedAt", id == "e_workload" ? "2024-03-01T00:00:00Z" : null),
        ("t9n", Translations.Of("name", id == "e_badge_number" ? "Numéro de badge" : null)));

    private static JsonObject Children() => new()
    {
        ["givenName"] = new JsonObject { ["name"] = "Prénom", ["taxonomy"] = null, ["sortOrder"] = 0, ["t9n"] = Translations.Of("name") },
        ["bornOn"] = new JsonObject { ["name"] = "Né(e) le", ["taxonomy"] = null, ["sortOrder"] = 1, ["t9n"] = Translations.Of("name") },
    };
}
