namespace Lucca.Api;

/// <summary>
/// The references of resources that can be expanded in bulk. Portraits and files cannot: the API has no list of them, so each would cost
/// a request.
/// </summary>
public static class ReferenceMembers
{
    private static readonly ReferenceMember[] OfJobPosition =
    [
        To<Employee>("Employee"), To<Employment>("Employment"), To<Department>("Department"), To<Employee>("Manager"),
        To<BusinessEstablishment>("BusinessEstablishment"), To<JobQualification>("JobQualification"),
        To<OccupationCategory>("OccupationCategory"),
    ];

    private static readonly Dictionary<Type, ReferenceMember[]> ByModel = new()
    {
        [typeof(BusinessEstablishment)] = [To<LegalEntity>("LegalEntity")],
        [typeof(Department)] = [To<Department>("Parent"), To<Employee>("Manager")],
        [typeof(Employee)] =
        [
            .. OfJobPosition.Where(member => member.Name is not ("Employee" or "Employment"))
                .Select(member => member with { IsEmbedded = true }),
            To<LegalEntity>("LegalEntity") with { IsEmbedded = true },
            To<EmploymentTemplate>("EmploymentTemplate") with { IsEmbedded = true, Member = "Template" },
        ],
        [typeof(EmployeeAttribute)] = [To<EmployeeAttributeDefinition>("Definition"), To<Employee>("Employee")],
        [typeof(EmployeePersonalRecord)] = [To<Employee>("Employee")],
        [typeof(Employment)] = [To<Employee>("Employee"), To<LegalEntity>("LegalEntity"), To<EmploymentTemplate>("Template")],
        [typeof(EmploymentTemplate)] = [To<LegalEntity>("LegalEntities")],
        [typeof(Event)] = [To<BusinessEstablishment>("BusinessEstablishment")],
        [typeof(JobPosition)] = OfJobPosition,
        [typeof(JobQualification)] = [To<Profession>("Profession")],
        [typeof(OccupationCategory)] = [To<BusinessEstablishment>("BusinessEstablishments")],
        [typeof(Portrait)] = [To<Employee>("Employee")],
        [typeof(ProbationaryPeriod)] = [To<Employment>("Employment")],
        [typeof(EmployeeAttributeDefinition)] = [To<Taxonomy>("Taxonomy")],
        [typeof(TaxonomyLabel)] = [To<Taxonomy>("Taxonomy")],
        [typeof(WebhookDelivery)] = [To<Event>("Event"), To<WebhookEndpoint>("WebhookEndpoint")],
        [typeof(WebhookDeliveryAttempt)] = [To<WebhookDelivery>("WebhookDelivery")],
        [typeof(WebhookEndpoint)] = [To<BusinessEstablishment>("BusinessEstablishments")],
    };

    /// <summary>The members of a resource that can be expanded.</summary>
    /// <param name="model">The resource's model.</param>
    public static IReadOnlyList<ReferenceMember> Of(Type model) => ByModel.GetValueOrDefault(model, []);

    private static ReferenceMember To<T>(string name)
        where T : Resource => new(name, typeof(T));
}

/// <summary>A reference member that can be expanded in bulk.</summary>
/// <param name="Name">The member's name, such as <c>Manager</c>.</param>
/// <param name="Model">The model of its target.</param>
public sealed record ReferenceMember(string Name, Type Model)
{
    /// <summary>The member's name in the resource that holds it, where that differs.</summary>
    internal string Member { get; init; } = Name;

    /// <summary>Whether it is a member of an embedded resource.</summary>
    public bool IsEmbedded { get; init; }
}
