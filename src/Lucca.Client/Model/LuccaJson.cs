using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>The serializers of all models, made at compile time: no reflection when the first reply arrives.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(Page<Department>))]
[JsonSerializable(typeof(Page<Employee>))]
[JsonSerializable(typeof(File))]
[JsonSerializable(typeof(Portrait))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(UnknownResource))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class LuccaJson : JsonSerializerContext;
