namespace Lucca;

/// <summary>The days on which an attribute's value applies.</summary>
public sealed class Applicability : OpenObject
{
    /// <summary>The first day; null for since ever.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The last day; null for no end.</summary>
    public DateTime? End { get; init; }

    /// <summary>Both days as <c>yyyy-MM-dd--yyyy-MM-dd</c>, with <c>..</c> for an open end.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}{(Start is null ? ".." : "")}--{End:yyyy-MM-dd}{(End is null ? ".." : "")}");
}
