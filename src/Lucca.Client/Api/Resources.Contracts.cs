namespace Lucca.Api;

/// <content>What employees are employed by and as.</content>
public static partial class Resources
{
    /// <summary>Employments.</summary>
    public static ResourceDescriptor<Employment> Employments { get; } =
        new("employment", "employments", LuccaJson.Default.Employment)
        {
            List = LuccaJson.Default.PageEmployment,
            HasIdFilter = true,
            SortKeys = ["id", "start.date", "end.date"],
        };

    /// <summary>Employment templates.</summary>
    public static ResourceDescriptor<EmploymentTemplate> EmploymentTemplates { get; } =
        new("employment-template", "employment-templates", LuccaJson.Default.EmploymentTemplate) { List = LuccaJson.Default.PageEmploymentTemplate };

    /// <summary>Job positions.</summary>
    public static ResourceDescriptor<JobPosition> JobPositions { get; } =
        new("job-position", "job-positions", LuccaJson.Default.JobPosition)
        {
            List = LuccaJson.Default.PageJobPosition,
            HasIdFilter = true,
            SortKeys = ["id", "startsOn", "endsOn"],
        };

    /// <summary>Probationary periods.</summary>
    public static ResourceDescriptor<ProbationaryPeriod> ProbationaryPeriods { get; } =
        new("probationary-period", "probationary-periods", LuccaJson.Default.ProbationaryPeriod)
        {
            List = LuccaJson.Default.PageProbationaryPeriod,
            SortKeys = ["id", "startsOn", "endsOn"],
        };
}
