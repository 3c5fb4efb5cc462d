using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>A pointer from one resource to another: <c>{id, type, url}</c>.</summary>
public sealed class Reference : OpenObject
{
    /// <summary>The identifier of the resource meant.</summary>
    [JsonRequired]
    [JsonConverter(typeof(IdConverter))]
    public string Id { get; init; } = "";

    /// <summary>The kind of resource meant. Not checked: the API prints other words here at times (lucca-resources, section 6).</summary>
    public string? Type { get; init; }

    /// <summary>The address as the API prints it; for display.</summary>
    public string? Url { get; init; }

    /// <summary>The resource meant, possibly partial, when the reply embedded it; else null.</summary>
    [JsonIgnore]
    public Resource? Resource { get; internal set; }

    /// <summary>The id, so that a reference can stand where an id is expected.</summary>
    public override string ToString() => Id;
}
