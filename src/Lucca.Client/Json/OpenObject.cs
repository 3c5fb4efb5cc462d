using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>A JSON object that keeps its unknown members.</summary>
public abstract class OpenObject
{
    /// <summary>The connection that brought the object; null when none did. It is no data: neither views nor files hold it.</summary>
    internal object? Origin { get; set; }

    /// <summary>The members that have no property here; null when there are none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers { get; set; }
}

/// <summary>Reads models for one connection: every object remembers it, however deep it is nested.</summary>
/// <param name="models">Reads the models for no connection.</param>
/// <param name="origin">The connection.</param>
internal sealed class OriginResolver(IJsonTypeInfoResolver models, object origin) : IJsonTypeInfoResolver
{
    private readonly object _origin = origin;

    /// <summary>The connection for which these options read; null for none.</summary>
    public static object? OriginOf(JsonSerializerOptions options) => (options.TypeInfoResolver as OriginResolver)?._origin;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var model = models.GetTypeInfo(type, options);
        if (model is { Kind: JsonTypeInfoKind.Object } && type.IsAssignableTo(typeof(OpenObject)))
        {
            model.OnDeserializing = made => ((OpenObject)made).Origin = _origin;
        }

        return model;
    }
}
