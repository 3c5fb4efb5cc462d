using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Lucca;

/// <summary>The serializers of all models, made at compile time: no reflection when the first reply arrives.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(TimestampConverter), typeof(DateConverter)])]
[JsonSerializable(typeof(Page<LegalEntity>))]
[JsonSerializable(typeof(Page<BusinessEstablishment>))]
[JsonSerializable(typeof(Page<Department>))]
[JsonSerializable(typeof(Page<Profession>))]
[JsonSerializable(typeof(Page<JobQualification>))]
[JsonSerializable(typeof(Page<OccupationCategory>))]
[JsonSerializable(typeof(Page<Employee>))]
[JsonSerializable(typeof(Page<EmployeePersonalRecord>))]
[JsonSerializable(typeof(Page<Employment>))]
[JsonSerializable(typeof(Page<EmploymentTemplate>))]
[JsonSerializable(typeof(Page<JobPosition>))]
[JsonSerializable(typeof(Page<ProbationaryPeriod>))]
[JsonSerializable(typeof(Page<EmployeeAttribute>))]
[JsonSerializable(typeof(Page<EmployeeAttributeDefinition>))]
[JsonSerializable(typeof(Page<Taxonomy>))]
[JsonSerializable(typeof(Page<TaxonomyLabel>))]
[JsonSerializable(typeof(Page<Event>))]
[JsonSerializable(typeof(Page<WebhookEndpoint>))]
[JsonSerializable(typeof(Page<WebhookDelivery>))]
[JsonSerializable(typeof(Page<WebhookDeliveryAttempt>))]
[JsonSerializable(typeof(File))]
[JsonSerializable(typeof(Portrait))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(UnknownResource))]
[JsonSerializable(typeof(EmployeeRow))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(List<JsonElement>))]
internal sealed partial class LuccaJson : JsonSerializerContext
{
    /// <summary>How a model is read: made when it is first asked for, since making them all would take longer than the first call.</summary>
    public static JsonTypeInfo<T> Of<T>() =>
        (JsonTypeInfo<T>)(Default.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} is not among the models above."));
}
