namespace Lucca.PowerShell.Filters;

/// <summary>Says which query parameter of the API a cmdlet's parameter becomes.</summary>
/// <param name="name">The query parameter as documented, such as <c>applicableJobPosition.department.id</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterAttribute(string name) : Attribute
{
    /// <summary>The query parameter as documented.</summary>
    public string Name { get; } = name;

    /// <summary>Whether objects from the pipeline, of the kind that the parameter stands for, mean this filter.</summary>
    public bool FromPipeline { get; init; } = true;

    /// <summary>How many values the API takes at once.</summary>
    public int AtOnce { get; init; } = 100;

    /// <summary>Which end of a date range the parameter is; both ends together become one query parameter.</summary>
    public RangeEnd End { get; init; }

    /// <summary>
    /// The query parameter of the last day, where the parameter is a day from the first one, which the name is of, to it; null for others.
    /// </summary>
    public string? Until { get; init; }

    /// <summary>
    /// Whether the values are e-mail addresses: users type them in any case, but the API's filter is case-sensitive and knows no wildcards.
    /// </summary>
    public bool IsAddress { get; init; }

    /// <summary>What a switch sends when it is on, in place of <c>true</c>: <c>null</c> where the API takes that word for none.</summary>
    public string? Literal { get; init; }
}

/// <summary>Says that a cmdlet's parameter narrows what came of a list, since the API has no such filter.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClientFilterAttribute : Attribute;

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
