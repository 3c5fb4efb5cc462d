using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>The serializers of all models, generated at compile time: the first response needs no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(TimestampConverter), typeof(DateConverter)])]
[JsonSerializable(typeof(LegalEntity))]
[JsonSerializable(typeof(BusinessEstablishment))]
[JsonSerializable(typeof(Department))]
[JsonSerializable(typeof(Profession))]
[JsonSerializable(typeof(JobQualification))]
[JsonSerializable(typeof(OccupationCategory))]
[JsonSerializable(typeof(Employee))]
[JsonSerializable(typeof(EmployeePersonalRecord))]
[JsonSerializable(typeof(Employment))]
[JsonSerializable(typeof(EmploymentTemplate))]
[JsonSerializable(typeof(JobPosition))]
[JsonSerializable(typeof(ProbationaryPeriod))]
[JsonSerializable(typeof(EmployeeAttribute))]
[JsonSerializable(typeof(EmployeeAttributeDefinition))]
[JsonSerializable(typeof(Taxonomy))]
[JsonSerializable(typeof(TaxonomyLabel))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(WebhookEndpoint))]
[JsonSerializable(typeof(WebhookDelivery))]
[JsonSerializable(typeof(WebhookDeliveryAttempt))]
[JsonSerializable(typeof(File))]
[JsonSerializable(typeof(Portrait))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(UnknownResource))]
[JsonSerializable(typeof(EmployeeRow))]
[JsonSerializable(typeof(Links))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long?))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(List<JsonElement>))]
internal sealed partial class LuccaJson : JsonSerializerContext
{
    /// <summary>The serializer of a model, created when first used: creating all would take longer than the first call.</summary>
    public static JsonTypeInfo<T> Of<T>() =>
        (JsonTypeInfo<T>)(Default.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} is not among the models above."));

    /// <summary>How the models are read for one connection.</summary>
    /// <param name="origin">The connection: every object remembers it.</param>
    public static JsonSerializerOptions For(object origin) =>
        new(Default.Options) { TypeInfoResolver = new OriginResolver(Default, origin) };
}
