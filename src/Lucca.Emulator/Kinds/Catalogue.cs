namespace Lucca.Emulator;

/// <summary>All kinds of resources, and which one a path means.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<ResourceKind> Kinds { get; } =
    [
        LegalEntities.Kind,
        BusinessEstablishments.Kind,
        Departments.Kind,
        Professions.Kind,
        JobQualifications.Kind,
        OccupationCategories.Kind,
        Employees.Kind,
        Files.PortraitKind,
        EmployeePersonalRecords.Kind,
        Employments.Kind,
        EmploymentTemplates.Kind,
        JobPositions.Kind,
        ProbationaryPeriods.Kind,
        EmployeeAttributes.Kind,
        EmployeeAttributeDefinitions.Kind,
        Taxonomies.Kind,
        TaxonomyLabels.Kind,
        Events.Kind,
        WebhookEndpoints.Kind,
        WebhookDeliveries.Kind,
        WebhookDeliveryAttempts.Kind,
        Files.Kind,
        Files.UploadKind,
    ];

    /// <summary>The kind that a path below <c>/lucca-api</c> means, and the id in it; null when there is none.</summary>
    /// <param name="path">The path as it came, still escaped: an escaped slash is part of an id.</param>
    public static (ResourceKind Kind, string? Id)? Find(string path)
    {
        var trimmed = path.Trim('/');
        foreach (var kind in Kinds)
        {
            if (trimmed == kind.Path)
            {
                return (kind, null);
            }

            if (trimmed.StartsWith(kind.Path + "/", StringComparison.Ordinal) && trimmed.LastIndexOf('/') == kind.Path.Length)
            {
                return (kind, Uri.UnescapeDataString(trimmed[(kind.Path.Length + 1)..]));
            }
        }

        return null;
    }
}
