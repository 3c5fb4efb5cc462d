namespace Lucca.Emulator;

/// <summary>The job positions of a person: the present one, the one before it, the one of the former employment.</summary>
internal static class DemoPositions
{
    public static IEnumerable<DemoPosition> Of(Person person)
    {
        yield return new(person, person.JobPositionId, person.EmploymentId, person.Status, person.PositionStartsOn, person.EndsOn)
        {
            UpdatedAttributes = person.FormerJobPositionId is null && person.FormerEmploymentId is null ? [] : ["jobTitle", "department"],
        };

        // A position ends the day before the next one begins.
        if (person.FormerJobPositionId is { } former)
        {
            yield return new(person, former, person.EmploymentId, "deactivated", person.StartsOn, person.PositionStartsOn.AddDays(-1))
            {
                UpdatedAttributes = person.FormerEmploymentId is null ? [] : ["jobQualification"],
            };
        }

        if (person.FormerEmploymentId is { } employment)
        {
            yield return new(
                person, person.FormerEmploymentJobPositionId, employment, "deactivated", person.FormerStartsOn, person.FormerEndsOn);
        }
    }
}

/// <summary>What differs between the job positions of a person.</summary>
internal sealed record DemoPosition(Person Person, string Id, string EmploymentId, string Status, DateOnly StartsOn, DateOnly? EndsOn)
{
    /// <summary>What has changed against the person's position before.</summary>
    public IReadOnlyList<string> UpdatedAttributes { get; init; } = [];
}
