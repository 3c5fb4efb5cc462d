namespace Lucca;

/// <summary>A reference of which the name is known, but not the resource itself.</summary>
public sealed class NamedReference : Reference
{
    /// <summary>What a person would call the resource meant.</summary>
    public required string Name { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <summary>A reference together with the name; the reference itself when there is no name.</summary>
    internal static Reference Of(Reference reference, string? name) => string.IsNullOrEmpty(name)
        ? reference
        : new NamedReference
        {
            Id = reference.Id, Type = reference.Type, UrlParts = reference.UrlParts, UnknownMembers = reference.UnknownMembers, Origin = reference.Origin, Name = name,
        };
}
