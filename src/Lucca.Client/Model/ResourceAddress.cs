using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>The address of a resource in two parts, since thousands share the first: up to the last slash, and what follows, most often the id.</summary>
/// <param name="Folder">The first part.</param>
/// <param name="Last">The second part.</param>
[JsonConverter(typeof(ResourceAddressConverter))]
internal readonly record struct ResourceAddress(string? Folder, string? Last)
{
    /// <summary>Parts an address; the same again with the id for its last part where it is that.</summary>
    public static ResourceAddress Of(ReadOnlySpan<char> address)
    {
        var end = address.LastIndexOf('/') + 1;
        return new ResourceAddress(SharedText.Of(address[..end]), address[end..].ToString());
    }

    /// <summary>The same with the id's own text in it.</summary>
    public ResourceAddress With(string id) => Last == id ? this with { Last = id } : this;

    /// <summary>The whole; null when there is none.</summary>
    public override string? ToString() => Folder is null ? null : Folder + Last;
}
