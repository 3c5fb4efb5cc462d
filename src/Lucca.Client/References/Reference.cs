using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A pointer from one resource to another: <c>{id, type, url}</c>. Where the resource itself is at hand it stands in its place.</summary>
/// <remarks>
/// Its text is the name, where known. It equals another reference, or a resource, of the same type and id, and what a person would compare
/// it with: an id or a name.
/// </remarks>
[SuppressMessage("Design", "CA1036", Justification = "Shells compare through IComparable; in C# == stays what it is for every class.")]
public class Reference : OpenObject, IComparable
{
    /// <summary>The identifier of the resource meant: text, though it often looks like a number.</summary>
    [JsonRequired]
    [JsonConverter(typeof(IdConverter))]
    public string Id { get; init; } = "";

    /// <summary>The kind of resource meant, such as <c>department</c>. Not checked: the API prints other words here at times (docs/api.md#resources).</summary>
    [JsonConverter(typeof(SharedTextConverter))]
    public string? Type { get; init; }

    /// <summary>The address as the API prints it. For display: requests are never built on it.</summary>
    [JsonIgnore]
    public string? Url
    {
        get => UrlParts?.ToString();
        init => UrlParts = value is null ? null : ResourceAddress.Of(value);
    }

    /// <summary>The address as it is kept.</summary>
    [JsonInclude]
    [JsonPropertyName("url")]
    internal ResourceAddress? UrlParts { get; set; }

    /// <summary>What a person would call it; null where that is not known.</summary>
    internal virtual string? KnownName => null;

    /// <summary>The kind of resource, whatever the response says.</summary>
    internal virtual string? Kind => Type;

    /// <summary>The id as a number, so that <c>-in 32, 33</c> finds it.</summary>
    /// <param name="reference">The reference.</param>
    /// <exception cref="InvalidCastException">The id is not a number.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "For shells, which look for the operator; C# has the id.")]
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
    [SuppressMessage("Usage", "CA2225", Justification = "For shells, which look for the operator; C# has the id.")]
    public static explicit operator int(Reference reference) =>
        (long)reference is var number and <= int.MaxValue ? (int)number : throw new InvalidCastException("The id does not fit into a 32-bit number.");

    /// <summary>Keeps the id once, not in the address again.</summary>
    internal void ShareId() => UrlParts?.Share(Id);

    /// <summary>The name; the id where no name is known.</summary>
    public override string ToString() => string.IsNullOrEmpty(KnownName) ? Id : KnownName;

    /// <summary>Whether it is the same resource, or is meant by an id (text or number) or a name.</summary>
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

    /// <summary>Sorts by name; where names are not known, and among equal ones, by id.</summary>
    /// <param name="obj">A reference, a resource, or the text of one.</param>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        _ when Equals(obj) => 0,
        Reference other => ReferenceOrder.Compare(this, other),
        _ => StringComparer.InvariantCultureIgnoreCase.Compare(ToString(), Convert.ToString(obj, CultureInfo.InvariantCulture)),
    };
}

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
            Id = reference.Id,
            Type = reference.Type,
            UrlParts = reference.UrlParts,
            UnknownMembers = reference.UnknownMembers,
            Origin = reference.Origin,
            Name = name,
        };
}

/// <summary>A JSON object of the API that keeps the members this version does not know.</summary>
public abstract class OpenObject
{
    /// <summary>The connection that brought the object; null when none did. It is no data: neither views nor files hold it.</summary>
    internal object? Origin { get; set; }

    /// <summary>The members that have no property here; null when there are none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers { get; set; }
}
