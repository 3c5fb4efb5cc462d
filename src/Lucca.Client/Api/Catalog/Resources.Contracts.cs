namespace Lucca.Api;

/// <content>Employments and job positions.</content>
public static partial class Resources
{
    /// <summary>Employments.</summary>
    public static ResourceDescriptor<Employment> Employments { get; } =
        new("employment", "employments")
        {
            HasIdFilter = true,
            SortKeys = ["id", "start.date", "end.date"],
        };

    /// <summary>Employment templates.</summary>
    public static ResourceDescriptor<EmploymentTemplate> EmploymentTemplates { get; } =
        new("employment-template", "employment-templates") { HasNames = true };

    /// <summary>Job positions.</summary>
    public static ResourceDescriptor<JobPosition> JobPositions { get; } =
        new("job-position", "job-positions")
        {
            HasIdFilter = true,
            SortKeys = ["id", "startsOn", "endsOn"],
            UndeclaredFilters = new Dictionary<string, Func<JobPosition, Reference?>>
            {
                ["employment.employee.id"] = position => position.Employee,
            },
        };

    /// <summary>Probationary periods.</summary>
    public static ResourceDescriptor<ProbationaryPeriod> ProbationaryPeriods { get; } =
        new("probationary-period", "probationary-periods") { SortKeys = ["id", "startsOn", "endsOn"] };
}
