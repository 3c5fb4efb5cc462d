namespace Lucca;

/// <summary>How the several values of an attribute are kept in order.</summary>
public sealed class MultipleValueHandling : OpenObject
{
    /// <summary><c>ascending</c> or <c>descending</c>.</summary>
    public string? Sorting { get; init; }

    /// <summary>The property of a value to sort by; null when the value itself is.</summary>
    public string? SortingProperty { get; init; }

    /// <summary>The direction, and the property where there is one.</summary>
    public override string ToString() => $"{Sorting} {SortingProperty}".Trim();
}
