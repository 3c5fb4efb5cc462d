namespace Lucca.Api;

/// <content>What employees are employed by and as.</content>
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
        new("employment-template", "employment-templates");

    /// <summary>Job positions.</summary>
    public static ResourceDescriptor<JobPosition> JobPositions { get; } =
        new("job-position", "job-positions")
        {
            HasIdFilter = true,
            SortKeys = ["id", "startsOn", "endsOn"],
        };

    /// <summary>Probationary periods.</summary>
    public static ResourceDescriptor<ProbationaryPeriod> ProbationaryPeriods { get; } =
        new("probationary-period", "probationary-periods") { SortKeys = ["id", "startsOn", "endsOn"] };
}
