namespace Lucca.Api;

/// <content>How a tenant is organized.</content>
public static partial class Resources
{
    /// <summary>Legal entities.</summary>
    public static ResourceDescriptor<LegalEntity> LegalEntities { get; } =
        new("legal-entity", "legal-entities", LuccaJson.Default.LegalEntity) { List = LuccaJson.Default.PageLegalEntity };

    /// <summary>Business establishments.</summary>
    public static ResourceDescriptor<BusinessEstablishment> BusinessEstablishments { get; } =
        new("business-establishment", "business-establishments", LuccaJson.Default.BusinessEstablishment) { List = LuccaJson.Default.PageBusinessEstablishment };

    /// <summary>Departments; the list has no id filter.</summary>
    public static ResourceDescriptor<Department> Departments { get; } =
        new("department", "departments", LuccaJson.Default.Department) { List = LuccaJson.Default.PageDepartment };

    /// <summary>Professions: the scopes are those of job qualifications.</summary>
    public static ResourceDescriptor<Profession> Professions { get; } =
        new("profession", "professions", LuccaJson.Default.Profession) { List = LuccaJson.Default.PageProfession, ScopeName = "job-qualifications" };

    /// <summary>Job qualifications.</summary>
    public static ResourceDescriptor<JobQualification> JobQualifications { get; } =
        new("job-qualification", "job-qualifications", LuccaJson.Default.JobQualification) { List = LuccaJson.Default.PageJobQualification };

    /// <summary>Occupation categories.</summary>
    public static ResourceDescriptor<OccupationCategory> OccupationCategories { get; } =
        new("occupation-category", "occupation-categories", LuccaJson.Default.OccupationCategory) { List = LuccaJson.Default.PageOccupationCategory };
}
