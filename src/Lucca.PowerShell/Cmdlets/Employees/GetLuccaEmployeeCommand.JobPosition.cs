using System.Management.Automation;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Filters by the job position that counts, by the same rule.</content>
public sealed partial class GetLuccaEmployeeCommand
{
    /// <summary>Establishments of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<BusinessEstablishment>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.businessEstablishment.id")]
    public ResourceId[]? BusinessEstablishment { get; set; }

    /// <summary>Departments of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Department>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.department.id")]
    public ResourceId[]? Department { get; set; }

    /// <summary>The employees who manage: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employee>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.manager.id", FromPipeline = false)]
    public ResourceId[]? Manager { get; set; }

    /// <summary>Qualifications of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<JobQualification>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.jobQualification.id")]
    public ResourceId[]? JobQualification { get; set; }

    /// <summary>Identifiers of the qualification in another software; <c>null</c> for none.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableJobPosition.jobQualification.remoteId")]
    public string[]? JobQualificationRemoteId { get; set; }

    /// <summary>Occupation categories of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<OccupationCategory>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.occupationCategory.id")]
    public ResourceId[]? OccupationCategory { get; set; }

    /// <summary>Identifiers of the occupation category in another software; <c>null</c> for none.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableJobPosition.occupationCategory.remoteId")]
    public string[]? OccupationCategoryRemoteId { get; set; }

    /// <summary>Identifiers of the position in another software; <c>null</c> for none.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableJobPosition.remoteId")]
    public string[]? JobPositionRemoteId { get; set; }
}
