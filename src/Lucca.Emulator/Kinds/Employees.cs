using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Employees.</summary>
internal static class Employees
{
    public static ResourceKind Kind { get; } = new("employee", "employees")
    {
        Rows = options => Person.All(options).Select(MakeRow),
        Filters =
        [
            new WordSearchFilter("givenName", "familyName"),
            new ListFilter("id"),
            new ListFilter("email") { AllowsNull = true },
            new ListFilter("status") { Values = ResourceKind.Statuses },
            new ListFilter("applicableEmployment.legalEntity.id"),
            new ListFilter("applicableEmployment.remoteId") { AllowsNull = true },
            new DateFilter("applicableEmployment.startsOn") { Path = "applicableEmployment.start.date" },
            new RangeFilter("applicableEmployment.startsOn") { Path = "applicableEmployment.start.date" },
            new DateFilter("applicableEmployment.endsOn") { Path = "applicableEmployment.end.date", AllowsNull = true },
            new RangeFilter("applicableEmployment.endsOn") { Path = "applicableEmployment.end.date" },
            new ListFilter("applicableEmployment.template.id"),
            new ListFilter("applicableEmployment.template.term") { Values = EmploymentTemplates.Terms },
            new ListFilter("applicableJobPosition.businessEstablishment.id"),
            new ListFilter("applicableJobPosition.department.id"),
            new ListFilter("applicableJobPosition.manager.id"),
            new ListFilter("applicableJobPosition.jobQualification.id"),
            new ListFilter("applicableJobPosition.occupationCategory.id"),
            new ListFilter("applicableJobPosition.remoteId") { AllowsNull = true },
            new ListFilter("applicableJobPosition.jobQualification.remoteId") { AllowsNull = true },
            new ListFilter("applicableJobPosition.occupationCategory.remoteId") { AllowsNull = true },
        ],
        SortKeys = ["id", "familyName", "createdAt"],
        Links =
        [
            new("employments", "employments?employee.id="),
            new("jobPositions", "job-positions?employment.employee.id="),
            new("personalRecord", "employee-personal-records?employee.id="),
            Link.ToFile("portrait", "portraitFile"),
        ],
        Embeddings = [("employment", "applicableEmployment"), ("job-position", "applicableJobPosition")],
    };

    private static JsonObject MakeRow(Person person) => Row.Of(
        "employee",
        person.Id,
        ("remoteId", person.Index % 9 == 4 ? null : $"E{person.Id}"),
        ("portrait", Row.ReferenceOrNull("portrait", person.PortraitId)),
        ("$portraitFile", person.PortraitId is null ? null : DemoFiles.PortraitId(person)),
        ("givenName", person.GivenName),
        ("familyName", person.FamilyName),
        ("employeeNumber", person.Index % 11 == 6 ? null : person.Id.PadLeft(5, '0')),
        ("status", person.Status),
        ("email", Email(person)),
        ("birthDay", BirthDay(EmployeePersonalRecords.BirthDate(person))),
        ("phoneNumber", person.Index % 4 == 3 ? null : $"+33 123 456 {1000 + (person.Index % 9000)}"),
        ("applicableEmployment", Row.Reference("employment", person.EmploymentId)),
        ("applicableJobPosition", Row.Reference("job-position", person.JobPositionId)),
        ("createdAt", person.CreatedAt),
        ("lastUpdatedAt", person.LastUpdatedAt));

    private static JsonObject BirthDay(DateOnly date) => new() { ["day"] = date.Day, ["month"] = date.Month };

    private static string? Email(Person person) => (person.Index, person.Index % 15) switch
    {
        (Person.JaneDoe, _) => "jane.doe@example.com",
        (_, 8) => null,
        _ => $"{Ascii.Of(person.GivenName)}.{Ascii.Of(person.FamilyName)}.{person.Id}@example.com",
    };
}
