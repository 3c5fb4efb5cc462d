namespace Lucca;

/// <summary>A postal address.</summary>
public sealed class Address : OpenObject
{
    /// <summary>The lines before the town; null when the response omits them.</summary>
    public Values<string>? AddressLines { get; init; }

    /// <summary>The postal code; null when there is none.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The town; null when there is none.</summary>
    public string? Locality { get; init; }

    /// <summary>The region or state; null when there is none.</summary>
    public string? AdministrativeArea { get; init; }

    /// <summary>The country as ISO 3166-1 alpha-3; null when there is none.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The address on one line.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            (AddressLines ?? []).Append($"{PostalCode} {Locality}".Trim()).Append(CountryCode).Where(part => !string.IsNullOrEmpty(part)));
}
