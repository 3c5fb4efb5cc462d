using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

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
