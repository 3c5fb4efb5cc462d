using System.Globalization;

namespace Lucca;

/// <summary>The first or the last day of an employment, both included.</summary>
public sealed class EmploymentDate : OpenObject
{
    /// <summary>The day.</summary>
    public DateTime? Date { get; init; }

    /// <summary>A day of which nothing else is known; null for none.</summary>
    internal static EmploymentDate? Of(DateTime? day) => day is null ? null : new EmploymentDate { Date = day };

    /// <summary>The day as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
