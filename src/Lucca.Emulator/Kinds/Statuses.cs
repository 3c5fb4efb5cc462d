namespace Lucca.Emulator.Resources;

/// <summary>The status of employees, employments and job positions.</summary>
internal static class Statuses
{
    public static IReadOnlyList<string> All { get; } = ["active", "upcoming", "deactivated"];
}
