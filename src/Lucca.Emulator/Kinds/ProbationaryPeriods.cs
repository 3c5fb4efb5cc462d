using System.Text.Json.Nodes;

namespace Lucca.Emulator;

/// <summary>Probationary periods: at most one for an employment; a quarter of them is extended.</summary>
internal static class ProbationaryPeriods
{
    public static ResourceKind Kind { get; } = new("probationary-period", "probationary-periods")
    {
        Rows = options => Person.All(options).Where(person => person.Index % 3 == 0).Select(MakeRow),
        Filters =
        [
            new ListFilter("employment.employee.id") { Max = int.MaxValue },
            new ListFilter("employment.id") { Max = int.MaxValue },
            new RangeFilter("startsOn"),
            new RangeFilter("endsOn"),
            new RangeFilter("initialEndsOn"),
            new RangeFilter("extendedEndsOn"),
            new BoolFilter("isExtended"),
        ],
        SortKeys = ["id", "startsOn", "endsOn"],
    };

    private static JsonObject MakeRow(Person person)
    {
        var isExtended = person.Index % 4 == 3;
        var initial = person.StartsOn.AddMonths(3).AddDays(-1);
        var extended = initial.AddMonths(1);
        return Row.Of(
            "probationary-period",
            Person.Text(11 + (person.Index / 3)),
            ("employment", Row.Reference("employment", person.EmploymentId)),
            ("startsOn", Timestamp.Text(person.StartsOn)),
            ("endsOn", Timestamp.Text(isExtended ? extended : initial)),
            ("initialEndsOn", Timestamp.Text(initial)),
            ("extendedEndsOn", isExtended ? Timestamp.Text(extended) : null),
            ("$isExtended", isExtended),
            ("createdAt", person.CreatedAt),
            ("lastUpdatedAt", person.LastUpdatedAt));
    }
}
