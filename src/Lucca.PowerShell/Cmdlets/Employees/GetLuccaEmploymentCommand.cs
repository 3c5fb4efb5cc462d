using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEmployment</c>: employments by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmployment", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Employment))]
public sealed class GetLuccaEmploymentCommand : ListCmdlet<Employment>
{
    /// <summary>Identifiers in another software.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("remoteId")]
    public string[]? RemoteId { get; set; }

    /// <summary>Employees: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employee>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("employee.id")]
    public ResourceId[]? Employee { get; set; }

    /// <summary>Legal entities: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<LegalEntity>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("legalEntity.id")]
    public ResourceId[]? LegalEntity { get; set; }

    /// <summary>Employment templates: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<EmploymentTemplate>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("template.id")]
    public ResourceId[]? EmploymentTemplate { get; set; }

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
    [Filter("start.date")]
    public DateOnly? StartsOn { get; set; }

    /// <summary>Starts on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("start.date.between", End = RangeEnd.From)]
    public DateOnly? StartsAfter { get; set; }

    /// <summary>Starts on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("start.date.between", End = RangeEnd.To)]
    public DateOnly? StartsBefore { get; set; }

    /// <summary>The last day.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("end.date")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>Only employments that are open-ended.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("end.date", Literal = "null")]
    public SwitchParameter WithoutEnd { get; set; }

    /// <summary>Ends on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("end.date.between", End = RangeEnd.From)]
    public DateOnly? EndsAfter { get; set; }

    /// <summary>Ends on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("end.date.between", End = RangeEnd.To)]
    public DateOnly? EndsBefore { get; set; }

    /// <summary>Only employments that had begun and had not ended on this day, open-ended ones included.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("start.date", Until = "end.date")]
    public DateOnly? EmployedOn { get; set; }

    /// <summary>The keys to sort by, each also after a <c>-</c> for descending order; by id when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SortKeys<Employment>]
    [ArgumentCompleter(typeof(SortKeyCompleter<Employment>))]
    [Filter("sort")]
    public string[]? Sort { get; set; }

    private protected override ResourceDescriptor<Employment> Descriptor => Resources.Employments;
}
