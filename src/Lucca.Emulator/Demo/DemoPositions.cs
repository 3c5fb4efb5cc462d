using Lucca.Emulator.Resources;

namespace Lucca.Emulator.Demo;

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
            var (start, end) = (Employments.FormerStart(person), Employments.FormerEnd(person));
            yield return new(person, person.FormerEmploymentJobPositionId, employment, "deactivated", start, end);
        }
    }
}
