using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Employee attributes: their values have the types of their definitions. A page may have up to 1000.</summary>
internal static class EmployeeAttributes
{
    public static ResourceKind Kind { get; } = new("employee-attribute", "employee-attributes")
    {
        Rows = options => Person.All(options).SelectMany(person => MakeRows(person).Concat(MakeChosen(person)).Concat(MakeBuiltIn(person))),
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
            // Half of them would have to renew it: their time is over.
            var start = person.Company.Today.AddYears(person.Index % 8 == 0 ? -1 : -4);
            var (from, to) = (Timestamp.Text(start), Timestamp.Text(start.AddYears(3).AddDays(-1)));
            yield return MakeRow(person, first + 1, "e_first_aider", true, from, to);
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

    private static IEnumerable<JsonObject> MakeBuiltIn(Person person)
    {
        (string Definition, JsonNode? Value)[] values =
        [
            ("employee.givenName", person.GivenName),
            ("employment.start", Timestamp.Text(person.StartsOn)),
            ("jobPosition.department", Row.ReferenceOrNull("department", person.DepartmentId)),
            ("jobPosition.manager", Row.ReferenceOrNull("employee", person.ManagerId)),
            ("personal.legalGender", EmployeePersonalRecords.GenderOf(person)),
        ];
        return values.Select((one, index) => (one.Definition, one.Value, Id: 800_001 + (person.Index * values.Length) + index))
            .Where(one => one.Value is not null)
            .Select(one => MakeRow(person, one.Id, one.Definition, one.Value!, null, null));
    }

    private static JsonObject MakeRow(Person person, int id, string definition, JsonNode value, string? start, string? end) => Row.Of(
        "employee-attribute",
        Person.Text(id),
        ("definition", Row.Reference("employee-attribute-definition", definition)),
        ("employee", Row.Reference("employee", person.Id)),
        ("applicability", start is null ? null : new JsonObject { ["start"] = start, ["end"] = end }),
        ("value", value),
        ("createdAt", person.CreatedAt),
        ("lastUpdatedAt", person.LastUpdatedAt));
}
