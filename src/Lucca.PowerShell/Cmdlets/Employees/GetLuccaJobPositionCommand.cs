using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaJobPosition</c>: job positions by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaJobPosition", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(JobPosition))]
public sealed class GetLuccaJobPositionCommand : ListCmdlet<JobPosition>
{
    /// <summary>Identifiers in another software.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("remoteId")]
    public string[]? RemoteId { get; set; }

    /// <summary>Employments: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employment>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("employment.id")]
    public ResourceId[]? Employment { get; set; }

    /// <summary>Employees: ids or objects. The API does not declare this filter, but the links of employees use it.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employee>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("employment.employee.id")]
    public ResourceId[]? Employee { get; set; }

    /// <summary>Business establishments: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<BusinessEstablishment>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("businessEstablishment.id")]
    public ResourceId[]? BusinessEstablishment { get; set; }

    /// <summary>Departments: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Department>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("department.id")]
    public ResourceId[]? Department { get; set; }

    /// <summary>The employees who manage: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employee>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("manager.id", FromPipeline = false)]
    public ResourceId[]? Manager { get; set; }

    /// <summary>Job qualifications: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<JobQualification>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("jobQualification.id")]
    public ResourceId[]? JobQualification { get; set; }

    /// <summary>Occupation categories: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<OccupationCategory>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("occupationCategory.id")]
    public ResourceId[]? OccupationCategory { get; set; }

    /// <summary>The status; here the API takes one only.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("active", "upcoming", "deactivated")]
    [Filter("status")]
    [OneText]
    public string? Status { get; set; }

    /// <summary>The first day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("startsOn")]
    public DateOnly? StartsOn { get; set; }

    /// <summary>Starts on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("startsOn.between", End = RangeEnd.From)]
    public DateOnly? StartsAfter { get; set; }

    /// <summary>Starts on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("startsOn.between", End = RangeEnd.To)]
    public DateOnly? StartsBefore { get; set; }

    /// <summary>The last day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("endsOn")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>Only positions without a last day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("endsOn", Literal = "null")]
    public SwitchParameter WithoutEnd { get; set; }

    /// <summary>Ends on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("endsOn.between", End = RangeEnd.From)]
    public DateOnly? EndsAfter { get; set; }

    /// <summary>Ends on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("endsOn.between", End = RangeEnd.To)]
    public DateOnly? EndsBefore { get; set; }

    /// <summary>Includes those of all departments below -Department, and of everybody below -Manager.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>What differs from the employee's position before; any of them.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("remoteId", "jobTitle", "jobQualification", "occupationCategory", "workingTimeArrangement", "department")]
    [Filter("updatedAttributes")]
    public string[]? UpdatedAttribute { get; set; }

    /// <summary>Only positions that had begun and had not ended on this day, those without a last day included.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("startsOn", Until = "endsOn")]
    public DateOnly? EmployedOn { get; set; }

    /// <summary>The keys to sort by, each also after a <c>-</c> for descending order; by id when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SortKeys<JobPosition>]
    [ArgumentCompleter(typeof(SortKeyCompleter<JobPosition>))]
    [Filter("sort")]
    public string[]? Sort { get; set; }

    private protected override ResourceDescriptor<JobPosition> Descriptor => Resources.JobPositions;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Recurse && Recursion.Problem(MyInvocation.BoundParameters, HasInput) is { } problem)
        {
            throw End(problem);
        }
    }

    internal override string[] WithBelow(string parameter, string[] ids) =>
        Recurse ? [.. Await(token => Recursion.WithBelowAsync(Client, parameter, ids, token))] : ids;
}
