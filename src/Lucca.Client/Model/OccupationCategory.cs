namespace Lucca;

/// <summary>An occupation category (lucca-resources 3.6).</summary>
public sealed class OccupationCategory : Resource
{
    /// <summary>The title, unique, 1 to 255 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The establishments that use it; null for all, future ones too.</summary>
    public IReadOnlyList<Reference>? BusinessEstablishments { get; init; }

    /// <summary>The translated title.</summary>
    public Translations? T9n { get; init; }

    internal override IEnumerable<(string Type, Reference? Reference)> References =>
        (BusinessEstablishments ?? []).Select(one => ("business-establishment", (Reference?)one));
}
