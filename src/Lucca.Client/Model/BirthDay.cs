namespace Lucca;

/// <summary>A day of the year.</summary>
public sealed class BirthDay : OpenObject
{
    /// <summary>The day of the month, 1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>Month and day as <c>MM-dd</c>.</summary>
    public override string ToString() => $"{Month:00}-{Day:00}";
}
