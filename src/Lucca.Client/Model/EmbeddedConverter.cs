using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>Reads embedded resources, each as the type that its first key names.</summary>
internal sealed class EmbeddedConverter : JsonConverter<Embedded>
{
    public override Embedded Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var embedded = new Embedded();
        foreach (var ofType in Members(document.RootElement))
        {
            var model = LuccaJson.Default.GetTypeInfo(ResourceTypes.Find(ofType.Name))!;
            embedded[ofType.Name] = Members(ofType.Value)
                .Where(member => member.Value.ValueKind != JsonValueKind.Null)
                .ToDictionary(member => member.Name, member => (Resource)member.Value.Deserialize(model)!);
        }

        return embedded;
    }

    public override void Write(Utf8JsonWriter writer, Embedded value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Embedded resources come from the API and are never sent.");

    private static IEnumerable<JsonProperty> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().DistinctBy(member => member.Name),
        JsonValueKind.Null => [],
        _ => throw new JsonException("Embedded resources are an object of objects."),
    };
}
