using System.Management.Automation;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Filters by the job position that counts, by the same rule.</content>
public sealed partial class GetLuccaEmployeeCommand
{
    /// <summary>Establishments of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.businessEstablishment.id", Related = typeof(BusinessEstablishment))]
    public string[]? BusinessEstablishment { get; set; }

    /// <summary>Departments of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.department.id", Related = typeof(Department))]
    public string[]? Department { get; set; }

    /// <summary>The employees who manage: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId]
    [Filter("applicableJobPosition.manager.id")]
    public string[]? Manager { get; set; }

    /// <summary>Qualifications of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.jobQualification.id", Related = typeof(JobQualification))]
    public string[]? JobQualification { get; set; }

    /// <summary>Identifiers of the qualification in another software; <c>null</c> for none.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableJobPosition.jobQualification.remoteId")]
    public string[]? JobQualificationRemoteId { get; set; }

    /// <summary>Occupation categories of the position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.occupationCategory.id", Related = typeof(OccupationCategory))]
    public string[]? OccupationCategory { get; set; }

    /// <summary>Identifiers of the occupation category in another software; <c>null</c> for none.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableJobPosition.occupationCategory.remoteId")]
    public string[]? OccupationCategoryRemoteId { get; set; }

    /// <summary>Identifiers of the position in another software; <c>null</c> for none.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableJobPosition.remoteId")]
    public string[]? JobPositionRemoteId { get; set; }
}
