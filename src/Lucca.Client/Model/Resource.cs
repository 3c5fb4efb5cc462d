using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>What every resource of the API has: an id, a type, an address, and on request links and embedded resources.</summary>
/// <remarks>
/// Any member but <see cref="Id"/> may be absent in a reply and is null then (lucca-resources, section 6).
/// </remarks>
public abstract class Resource : OpenObject, IJsonOnDeserialized
{
    /// <summary>The identifier: text, though it often looks like a number.</summary>
    [JsonRequired]
    [JsonConverter(typeof(IdConverter))]
    public string Id { get; init; } = "";

    /// <summary>The kind of resource, such as <c>department</c>; null when the reply leaves it out.</summary>
    public string? Type { get; init; }

    /// <summary>The address as the API prints it. For display: requests are never built on it.</summary>
    public string? Url { get; init; }

    /// <summary>Related addresses by name; null unless links were included.</summary>
    [JsonInclude]
    public Links? Links { get; internal set; }

    /// <summary>Related resources by type and id; null unless embedded resources were included.</summary>
    [JsonInclude]
    public Embedded? Embedded { get; internal set; }

    /// <summary>The entity tag of the reply that held this resource, verbatim; null when it had none, as for items of a list.</summary>
    [JsonIgnore]
    public string? ETag { get; internal set; }

    /// <summary>The references that <see cref="Embedded"/> can resolve, each with the type under which the API embeds it.</summary>
    internal virtual IEnumerable<(string Type, Reference? Reference)> References => [];

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1033", Justification = "The serializer's hook; derived models have nothing to add to it.")]
    void IJsonOnDeserialized.OnDeserialized() => Embedded?.ResolveReferencesOf(this);

    /// <summary>The id: what a resource is when text is asked for, so that it can stand where an id is expected.</summary>
    public override string ToString() => Id;
}
