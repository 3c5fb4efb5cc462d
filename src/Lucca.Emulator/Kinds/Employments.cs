using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Employments: the present one of each employee, and former ones of some.</summary>
internal static class Employments
{
    public static ResourceKind Kind { get; } = new("employment", "employments")
    {
        Rows = options => Person.All(options).SelectMany(MakeRows),
        Filters =
        [
            new ListFilter("id"),
            new ListFilter("remoteId") { AllowsNull = true },
            new ListFilter("employee.id"),
            new ListFilter("legalEntity.id"),
            new ListFilter("template.id"),
            new ListFilter("status") { Values = ResourceKind.Statuses, Max = 1 },
            new DateFilter("start.date"),
            new RangeFilter("start.date"),
            new DateFilter("end.date") { AllowsNull = true },
            new RangeFilter("end.date"),
        ],
        SortKeys = ["id", "start.date", "end.date"],
        Links =
        [
            Link.ToFile("document", "document.id"),
            new("jobPositions", "job-positions?employment.id="),
            new("probationaryPeriods", "probationary-periods?employment.id="),
        ],
        Embeddings = [("employee", "employee")],
    };

    private static IEnumerable<JsonObject> MakeRows(Person person)
    {
        var period = (person.StartsOn, person.EndsOn);
        var (template, document) = (EmploymentTemplates.Of(person), DemoFiles.ContractId(person));
        yield return MakeRow(person, person.EmploymentId, person.Status, period, template, document);
        if (person.FormerEmploymentId is { } former)
        {
            yield return MakeRow(person, former, "deactivated", (person.FormerStartsOn, person.FormerEndsOn), "2", null);
        }
    }

    private static JsonObject MakeRow(
        Person person,
        string id,
        string status,
        (DateOnly Start, DateOnly? End) period,
        string template,
        string? document) => Row.Of(
        "employment",
        id,
        ("remoteId", person.Index % 5 == 2 ? null : $"EMP-{id}"),
        ("employee", Row.Reference("employee", person.Id)),
        ("legalEntity", Row.Reference("legal-entity", BusinessEstablishments.LegalEntityOf(person.Establishment))),
        ("status", status),
        ("start", new JsonObject { ["date"] = Timestamp.Text(period.Start) }),
        ("end", period.End is { } last ? new JsonObject { ["date"] = Timestamp.Text(last) } : null),
        ("document", Row.ReferenceOrNull("file", document)),
        ("template", Row.Reference("employment-template", template)),
        ("createdAt", person.CreatedAt),
        ("lastUpdatedAt", person.LastUpdatedAt));
}
