namespace Lucca.Api;

/// <content>The organization of a tenant.</content>
public static partial class Resources
{
    /// <summary>Legal entities.</summary>
    public static ResourceDescriptor<LegalEntity> LegalEntities { get; } =
        new("legal-entity", "legal-entities") { HasNames = true };

    /// <summary>Business establishments.</summary>
    public static ResourceDescriptor<BusinessEstablishment> BusinessEstablishments { get; } =
        new("business-establishment", "business-establishments") { HasNames = true, HasSearch = true };

    /// <summary>Departments; the list has no id filter.</summary>
    public static ResourceDescriptor<Department> Departments { get; } =
        new("department", "departments") { HasNames = true, HasSearch = true };

    /// <summary>Professions, with the scopes of job qualifications.</summary>
    public static ResourceDescriptor<Profession> Professions { get; } =
        new("profession", "professions") { HasNames = true };

    /// <summary>Job qualifications.</summary>
    public static ResourceDescriptor<JobQualification> JobQualifications { get; } =
        new("job-qualification", "job-qualifications") { HasNames = true };

    /// <summary>Occupation categories.</summary>
    public static ResourceDescriptor<OccupationCategory> OccupationCategories { get; } =
        new("occupation-category", "occupation-categories") { HasNames = true, HasSearch = true };
}
