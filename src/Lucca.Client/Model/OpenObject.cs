using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A JSON object of the API that keeps the members this version does not know.</summary>
public abstract class OpenObject
{
    private IReadOnlyDictionary<string, object?>? _additionalProperties;

    /// <summary>The members that have no property here, as plain values; empty when there are none, never null.</summary>
    [JsonIgnore]
    internal IReadOnlyDictionary<string, object?> AdditionalProperties =>
        _additionalProperties ??= PlainValue.FromMembers(UnknownMembers);

    /// <summary>The connection that brought the object; null when none did. It is no data: neither views nor files hold it.</summary>
    internal object? Origin { get; set; }

    /// <summary>Where the serializer puts what it cannot place.</summary>
    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers { get; set; }
}
