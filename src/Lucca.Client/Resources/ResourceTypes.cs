namespace Lucca;

/// <summary>Which model stands for a resource type's name.</summary>
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

    /// <summary>The model of a type; <see cref="UnknownResource"/> for a type that this version does not know.</summary>
    public static Type Find(string type) => Models.GetValueOrDefault(type, typeof(UnknownResource));

    /// <summary>The type that a model stands for; null for <see cref="UnknownResource"/>.</summary>
    public static string? NameOf(Type model) => Names.GetValueOrDefault(model);
}

/// <summary>A resource of a type that this version has no model for: all its members are in <see cref="OpenObject.UnknownMembers"/>.</summary>
public sealed class UnknownResource : Resource;
