namespace Lucca.Api;

/// <summary>The resources of version 2024-11-01 (docs/api.md#resources).</summary>
public static partial class Resources
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ResourceDescriptor> All =>
    [
        LegalEntities, BusinessEstablishments, Departments, Professions, JobQualifications, OccupationCategories,
        Employees, Portraits, EmployeePersonalRecords, EmployeeAttributes, EmployeeAttributeDefinitions, Taxonomies, TaxonomyLabels,
        Employments, EmploymentTemplates, JobPositions, ProbationaryPeriods,
        Events, WebhookEndpoints, WebhookDeliveries, WebhookDeliveryAttempts, Files,
    ];

    /// <summary>Files: no list, and each read needs a token from a link.</summary>
    public static ResourceDescriptor<File> Files { get; } =
        new("file", "files") { HasList = false };

    /// <summary>The resource of a model.</summary>
    /// <param name="model">The model, such as <see cref="Department"/>.</param>
    public static ResourceDescriptor Of(Type model) => All.First(resource => resource.Model == model);
}
