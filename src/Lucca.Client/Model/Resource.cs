using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>What every resource of the API has: an id, a type, an address, and on request links and embedded resources.</summary>
/// <remarks>
/// Any member but the id may be absent in a reply and is null then (lucca-resources, section 6). A public property is what JSON, CSV and
/// lists show, so each fact has one; what else is known of a resource is internal, and shells get it by name.
/// </remarks>
public abstract class Resource : Reference, IJsonOnDeserialized
{
    /// <summary>Related addresses by name; null unless links were included.</summary>
    [JsonInclude]
    internal Links? Links { get; set; }

    /// <summary>Related resources by type and id; null unless embedded resources were included.</summary>
    [JsonInclude]
    internal Embedded? Embedded { get; set; }

    /// <summary>The entity tag of the reply that held this resource, verbatim; null when it had none, as for items of a list.</summary>
    [JsonIgnore]
    internal string? ETag { get; set; }

    /// <inheritdoc/>
    internal override string? Kind => ResourceTypes.NameOf(GetType()) ?? Type;

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1033", Justification = "The serializer's hook; derived models have nothing to add to it.")]
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Embedded is not null)
        {
            new EmbeddedResolver(Embedded).Resolve(this);
        }
    }

    /// <summary>Shows each of the resource's own references to a visitor and keeps what it gives back.</summary>
    internal virtual void Visit(ReferenceVisitor visitor)
    {
    }
}
