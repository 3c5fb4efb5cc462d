using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A reference to a resource: <c>{id, type, url}</c>. The resource itself replaces it where it was read.</summary>
/// <remarks>
/// Its text is the name, where known. It equals a reference or a resource of the same type and id, and the text of its id or name.
/// </remarks>
[SuppressMessage("Design", "CA1036", Justification = "Shells compare by IComparable; in C#, == compares references.")]
public class Reference : OpenObject, IComparable
{
    /// <summary>The resource's id: text, though it often looks like a number.</summary>
    [JsonRequired]
    [JsonConverter(typeof(IdConverter))]
    public string Id { get; init; } = "";

    /// <summary>
    /// The kind of resource, such as <c>department</c>. Not reliable: the API sometimes sends other words (docs/api.md#resources).
    /// </summary>
    [JsonConverter(typeof(SharedTextConverter))]
    public string? Type { get; init; }

    /// <summary>The address in the response. For display: requests never use it.</summary>
    [JsonIgnore]
    public string? Url
    {
        get => UrlParts?.ToString();
        init => UrlParts = value is null ? null : ResourceAddress.Of(value);
    }

    /// <summary>The address in two parts.</summary>
    [JsonInclude]
    [JsonPropertyName("url")]
    internal ResourceAddress? UrlParts { get; set; }

    /// <summary>The name for display; null when unknown.</summary>
    internal virtual string? KnownName => null;

    /// <summary>The kind of resource by its model, else by the response.</summary>
    internal virtual string? Kind => Type;

    /// <summary>The id as a number, so that <c>-in 32, 33</c> finds it.</summary>
    /// <param name="reference">The reference.</param>
    /// <exception cref="InvalidCastException">The id is not a number.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "For shells, which use the operator; C# has the id.")]
    public static explicit operator long(Reference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return long.TryParse(reference.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidCastException("The id is not a number.");
    }

    /// <summary>The id as a number, so that <c>-in 32, 33</c> finds it.</summary>
    /// <param name="reference">The reference.</param>
    /// <exception cref="InvalidCastException">The id does not fit into a 32-bit number.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "For shells, which use the operator; C# has the id.")]
    public static explicit operator int(Reference reference) =>
        (long)reference is var number and <= int.MaxValue
            ? (int)number
            : throw new InvalidCastException("The id does not fit into a 32-bit number.");

    /// <summary>Shares the id's string with the address.</summary>
    internal void ShareId() => UrlParts?.Share(Id);

    /// <summary>The name; the id when the name is unknown.</summary>
    public override string ToString() => string.IsNullOrEmpty(KnownName) ? Id : KnownName;

    /// <summary>Whether it is the same resource, or the text or number of its id, or its name.</summary>
    /// <param name="obj">A reference, a resource, an id or a name.</param>
    public override bool Equals(object? obj) => obj switch
    {
        Reference other => ReferenceEquals(this, other) || (Id == other.Id && (Kind == other.Kind || Kind is null || other.Kind is null)),
        string text => text == Id || (!string.IsNullOrEmpty(text) && text.Equals(KnownName, StringComparison.OrdinalIgnoreCase)),
        Guid guid => Id.Equals(guid.ToString(), StringComparison.OrdinalIgnoreCase),
        IFormattable number when number.GetType().IsPrimitive => Id == number.ToString(null, CultureInfo.InvariantCulture),
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>Sorts by name; by id when names are unknown or equal.</summary>
    /// <param name="obj">A reference, a resource, or the text of one.</param>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        _ when Equals(obj) => 0,
        Reference other => ReferenceOrder.Compare(this, other),
        _ => StringComparer.InvariantCultureIgnoreCase.Compare(ToString(), Convert.ToString(obj, CultureInfo.InvariantCulture)),
    };
}

/// <summary>A reference with a known name, whose resource was not read.</summary>
public class NamedReference : Reference
{
    /// <summary>The resource's name.</summary>
    public required string Name { get; init; }

    /// <inheritdoc/>
    internal override string? KnownName => Name;

    /// <summary>A reference with a name; the reference itself when there is no name.</summary>
    internal static Reference Of(Reference reference, string? name) => string.IsNullOrEmpty(name)
        ? reference
        : new NamedReference
        {
            Id = reference.Id,
            Type = reference.Type,
            UrlParts = reference.UrlParts,
            UnknownMembers = reference.UnknownMembers,
            Origin = reference.Origin,
            Name = name,
        };
}
