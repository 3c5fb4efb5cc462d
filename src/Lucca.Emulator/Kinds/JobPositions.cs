using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Job positions.</summary>
internal static class JobPositions
{
    public static ResourceKind Kind { get; } = new("job-position", "job-positions")
    {
        Rows = options => Person.All(options).SelectMany(DemoPositions.Of).Select(MakeRow),
        Filters =
        [
            new ListFilter("id"),
            new ListFilter("remoteId") { AllowsNull = true },
            new ListFilter("employment.id"),
            new ListFilter("employment.employee.id"), // not declared, but the links of employees use it
            new ListFilter("businessEstablishment.id"),
            new ListFilter("jobQualification.id"),
            new ListFilter("occupationCategory.id"),
            new ListFilter("manager.id"),
            new ListFilter("department.id"),
            new ListFilter("status") { Values = ResourceKind.Statuses, Max = 1 },
            new DateFilter("startsOn"),
            new RangeFilter("startsOn"),
            new DateFilter("endsOn") { AllowsNull = true },
            new RangeFilter("endsOn"),
            new ListFilter("updatedAttributes")
            {
                Values = ["remoteId", "jobTitle", "jobQualification", "occupationCategory", "workingTimeArrangement", "department"],
            },
        ],
        SortKeys = ["id", "startsOn", "endsOn"],
        Embeddings =
        [
            ("department", "department"),
            ("job-qualification", "jobQualification"),
            ("employee", "employee"),
            ("employment", "employment"),
        ],
    };

    private static string? WorkingTime(Person person) => person.Index % 4 == 0 ? null : Person.Text((person.Index % 3) + 1);

    private static JsonObject MakeRow(DemoPosition position)
    {
        var person = position.Person;
        return Row.Of(
            "job-position",
            position.Id,
            ("remoteId", person.Index % 3 == 1 ? null : $"JP-{position.Id}"),
            ("employment", Row.Reference("employment", position.EmploymentId)),
            ("employee", Row.Reference("employee", person.Id)),
            ("status", position.Status),
            ("startsOn", Timestamp.Text(position.StartsOn)),
            ("endsOn", position.EndsOn is { } last ? Timestamp.Text(last) : null),
            ("businessEstablishment", Row.Reference("business-establishment", Person.Text(person.Establishment))),
            ("jobTitle", JobQualifications.TitleOf(person)),
            ("jobQualification", Row.ReferenceOrNull("job-qualification", JobQualifications.Of(person))),
            ("manager", Row.ReferenceOrNull("employee", person.ManagerId)),
            ("occupationCategory", Row.ReferenceOrNull("occupation-category", OccupationCategories.Of(person))),
            ("workingTimeArrangement", Row.ReferenceOrNull("working-time-arrangement", WorkingTime(person))),
            ("department", Row.ReferenceOrNull("department", person.DepartmentId)),
            ("document", person.Index % 16 == 15 ? Row.Reference("document", Person.Text(9000 + person.Index)) : null),
            ("notes", person.Index % 10 == 0 ? "Télétravail 2 jours\nBüro am Freitag" : null),
            ("t9n", Row.Translations("jobTitle")),
            ("updatedAttributes", new JsonArray([.. position.UpdatedAttributes.Select(name => (JsonNode)name)])),
            ("createdAt", person.CreatedAt),
            ("lastUpdatedAt", person.LastUpdatedAt));
    }
}
