namespace Lucca;

/// <summary>The models by the names of resource types.</summary>
internal static class ResourceTypes
{
    private static readonly Dictionary<string, Type> Models = new(StringComparer.Ordinal)
    {
        ["business-establishment"] = typeof(BusinessEstablishment),
        ["department"] = typeof(Department),
        ["employee"] = typeof(Employee),
        ["employee-attribute"] = typeof(EmployeeAttribute),
        ["employee-attribute-definition"] = typeof(EmployeeAttributeDefinition),
        ["employee-personal-record"] = typeof(EmployeePersonalRecord),
        ["employment"] = typeof(Employment),
        ["employment-template"] = typeof(EmploymentTemplate),
        ["event"] = typeof(Event),
        ["file"] = typeof(File),
        ["job-position"] = typeof(JobPosition),
        ["job-qualification"] = typeof(JobQualification),
        ["legal-entity"] = typeof(LegalEntity),
        ["occupation-category"] = typeof(OccupationCategory),
        ["portrait"] = typeof(Portrait),
        ["probationary-period"] = typeof(ProbationaryPeriod),
        ["profession"] = typeof(Profession),
        ["taxonomy"] = typeof(Taxonomy),
        ["taxonomy-label"] = typeof(TaxonomyLabel),
        ["webhook-delivery"] = typeof(WebhookDelivery),
        ["webhook-delivery-attempt"] = typeof(WebhookDeliveryAttempt),
        ["webhook-endpoint"] = typeof(WebhookEndpoint),
    };

    private static readonly Dictionary<Type, string> Names = new(Models.Select(model => KeyValuePair.Create(model.Value, model.Key)))
    {
        [typeof(EmployeeRow)] = "employee",
    };

    /// <summary>The model of a type; <see cref="UnknownResource"/> for an unknown type.</summary>
    public static Type Find(string type) => Models.GetValueOrDefault(type, typeof(UnknownResource));

    /// <summary>The type of a model; null for <see cref="UnknownResource"/>.</summary>
    public static string? NameOf(Type model) => Names.GetValueOrDefault(model);
}

/// <summary>A resource of an unknown type: its members are in <see cref="OpenObject.UnknownMembers"/>.</summary>
public sealed class UnknownResource : Resource;
