namespace Lucca.PowerShell.Filters;

/// <summary>The ends of a date range; the days named are included.</summary>
public enum RangeEnd
{
    /// <summary>No range.</summary>
    None,

    /// <summary>The first day.</summary>
    From,

    /// <summary>The last day.</summary>
    To,
}
