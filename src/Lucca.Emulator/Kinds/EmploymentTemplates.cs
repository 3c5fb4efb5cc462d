using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Employment templates. No legal entities (an empty array) means all of them.</summary>
internal static class EmploymentTemplates
{
    private const string ExtensionDefinitions =
        "employee-extension-definitions?extends.type=employment-template&extendedEmploymentTemplate.id=";

    public static IReadOnlyList<string> Terms { get; } = ["permanent", "fixed"];

    public static ResourceKind Kind { get; } = new("employment-template", "employment-templates")
    {
        Rows = _ =>
        [
            MakeRow(1, "Permanent contract", "permanent", "employee", null, "CDI"),
            MakeRow(2, "Fixed-term contract", "fixed", "employee", null, "CDD"),
            MakeRow(3, "Internship", "fixed", "student", "1", "Stage"),
            MakeRow(4, "Freelance", "fixed", "external", null, null),
            MakeRow(5, "Associate", "permanent", "associate", "3", "Associé"),
        ],
        Links = [new("extensionDefinitions", ExtensionDefinitions)],
    };

    /// <summary>The template of a person's present employment.</summary>
    public static string Of(Person person) => (person.IsFixedTerm, person.Index % 3) switch
    {
        (true, 0) => "3",
        (true, _) => "2",
        _ => "1",
    };

    private static JsonObject MakeRow(int id, string title, string term, string audience, string? legalEntity, string? french) => Row.Of(
        "employment-template",
        Person.Text(id),
        ("title", title),
        ("legalEntities", legalEntity is null ? new JsonArray() : new JsonArray(Row.Reference("legal-entity", legalEntity))),
        ("term", term),
        ("audience", audience),
        ("t9n", Row.Translations("title", french)),
        ("createdAt", Timestamp.Created(id)),
        ("lastUpdatedAt", Timestamp.Updated(id)));
}
