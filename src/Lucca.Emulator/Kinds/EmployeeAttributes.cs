using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Employee attributes: their values have the types of their definitions. A page may have up to 1000.</summary>
internal static class EmployeeAttributes
{
    public static ResourceKind Kind { get; } = new("employee-attribute", "employee-attributes")
    {
        Rows = options => Person.All(options).SelectMany(person => MakeRows(person).Concat(MakeChosen(person))),
        Filters = [new ListFilter("definition.id"), new ListFilter("employee.id"), new AsOfFilter("applicability")],
        Embeddings = [("employee-attribute-definition", "definition"), ("taxonomy-label", "value")],
        MaxLimit = 1000,
    };

    private static IEnumerable<JsonObject> MakeRows(Person person)
    {
        var first = 50_001 + (person.Index * 4);
        yield return MakeRow(person, first, "e_badge_number", $"B-{person.Id}", null, null);
        if (person.Index % 4 == 0)
        {
            yield return MakeRow(person, first + 1, "e_first_aider", true, "2023-01-01", "2025-12-31");
        }

        if (person.Index % 6 == 3)
        {
            var child = new JsonObject { ["givenName"] = "Zoé", ["bornOn"] = "2018-05-04" };
            yield return MakeRow(person, first + 2, "e_children", child, null, null);
        }

        if (person.Index % 5 == 1)
        {
            yield return MakeRow(person, first + 3, "e_workload", 0.8m, Timestamp.Text(person.StartsOn), null);
        }
    }

    private static IEnumerable<JsonObject> MakeChosen(Person person)
    {
        var first = 500_001 + (person.Index * 2);
        var size = Row.Reference("taxonomy-label", TaxonomyLabels.SizeOf(person));
        size["type"] = "taxonomy-label-reference"; // so the API's samples say, though its schemas do not
        yield return MakeRow(person, first, "e_tShirtSize", size, null, null);
        if (person.Index % 3 == 0)
        {
            var labels = TaxonomyLabels.LanguagesOf(person).Select(label => Row.Reference("taxonomy-label", label));
            JsonNode languages = new JsonArray([.. labels]);
            yield return MakeRow(person, first + 1, "e_languages", languages, null, null);
        }
    }

    private static JsonObject MakeRow(Person person, int id, string definition, JsonNode value, string? start, string? end) => Row.Of(
        "employee-attribute",
        Person.Text(id),
        ("definition", Row.Reference("employee-attribute-definition", definition)),
        ("employee", Row.Reference("employee", person.Id)),
        ("applicability", start is null ? null : new JsonObject { ["start"] = start, ["end"] = end }),
        ("value", value),
        ("createdAt", Timestamp.Created(person.Index)),
        ("lastUpdatedAt", Timestamp.Updated(person.Index)));
}
