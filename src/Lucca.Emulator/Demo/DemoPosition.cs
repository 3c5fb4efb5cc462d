namespace Lucca.Emulator.Demo;

/// <summary>What differs between the job positions of a person.</summary>
internal sealed record DemoPosition(Person Person, string Id, string EmploymentId, string Status, DateOnly StartsOn, DateOnly? EndsOn)
{
    /// <summary>What has changed against the person's position before.</summary>
    public IReadOnlyList<string> UpdatedAttributes { get; init; } = [];
}
