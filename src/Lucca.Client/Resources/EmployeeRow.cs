using System.Text.Json.Serialization;

namespace Lucca;

/// <summary>
/// An employee with the members of its embedded employment and job position. Without these it is a plain <see cref="Employee"/>, since
/// empty members would look like values.
/// </summary>
public sealed class EmployeeRow : Employee
{
    /// <summary>The title in words; null when there is none.</summary>
    [JsonIgnore]
    public string? JobTitle => JobPosition?.JobTitle;

    /// <summary>The department.</summary>
    [JsonIgnore]
    public Reference? Department
    {
        get => JobPosition?.Department;
        private set => JobPosition?.Department = value;
    }

    /// <summary>The employee who manages this one; null for none.</summary>
    [JsonIgnore]
    public Reference? Manager
    {
        get => JobPosition?.Manager;
        private set => JobPosition?.Manager = value;
    }

    /// <summary>The site.</summary>
    [JsonIgnore]
    public Reference? BusinessEstablishment
    {
        get => JobPosition?.BusinessEstablishment;
        private set => JobPosition?.BusinessEstablishment = value;
    }

    /// <summary>The job qualification; null when there is none.</summary>
    [JsonIgnore]
    public Reference? JobQualification
    {
        get => JobPosition?.JobQualification;
        private set => JobPosition?.JobQualification = value;
    }

    /// <summary>The occupation category; null when there is none.</summary>
    [JsonIgnore]
    public Reference? OccupationCategory
    {
        get => JobPosition?.OccupationCategory;
        private set => JobPosition?.OccupationCategory = value;
    }

    /// <summary>The company.</summary>
    [JsonIgnore]
    public Reference? LegalEntity
    {
        get => Employment?.LegalEntity;
        private set => Employment?.LegalEntity = value;
    }

    /// <summary>The kind of contract.</summary>
    [JsonIgnore]
    public Reference? EmploymentTemplate
    {
        get => Employment?.Template;
        private set => Employment?.Template = value;
    }

    /// <summary>The first day of the employment.</summary>
    [JsonIgnore]
    public DateTime? StartsOn => Employment?.StartsOn;

    /// <summary>The last day of the employment, included; null when it is open-ended.</summary>
    [JsonIgnore]
    public DateTime? EndsOn => Employment?.EndsOn;

    /// <inheritdoc/>
    internal override void Visit(ReferenceVisitor visitor)
    {
        base.Visit(visitor);
        Department = visitor.Visit("department", Department);
        Manager = visitor.Visit("employee", Manager);
        BusinessEstablishment = visitor.Visit("business-establishment", BusinessEstablishment);
        JobQualification = visitor.Visit("job-qualification", JobQualification);
        OccupationCategory = visitor.Visit("occupation-category", OccupationCategory);
        LegalEntity = visitor.Visit("legal-entity", LegalEntity);
        EmploymentTemplate = visitor.Visit("employment-template", EmploymentTemplate);
    }
}
