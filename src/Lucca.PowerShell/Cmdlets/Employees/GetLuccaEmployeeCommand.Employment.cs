using System.Management.Automation;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Filters by the employment that counts: the current one, else the next, else the last.</content>
public sealed partial class GetLuccaEmployeeCommand
{
    /// <summary>Legal entities of the employment: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<LegalEntity>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableEmployment.legalEntity.id")]
    public ResourceId[]? LegalEntity { get; set; }

    /// <summary>Templates of the employment: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<EmploymentTemplate>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableEmployment.template.id")]
    public ResourceId[]? EmploymentTemplate { get; set; }

    /// <summary>Whether the employment is permanent or for a fixed term.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("permanent", "fixed")]
    [Filter("applicableEmployment.template.term")]
    public string[]? Term { get; set; }

    /// <summary>Identifiers of the employment in another software.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableEmployment.remoteId")]
    public string[]? EmploymentRemoteId { get; set; }

    /// <summary>The first day of the employment.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("applicableEmployment.startsOn")]
    public DateOnly? StartsOn { get; set; }

    /// <summary>The employment starts on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("applicableEmployment.startsOn.between", End = RangeEnd.From)]
    public DateOnly? StartsAfter { get; set; }

    /// <summary>The employment starts on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("applicableEmployment.startsOn.between", End = RangeEnd.To)]
    public DateOnly? StartsBefore { get; set; }

    /// <summary>The last day of the employment.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("applicableEmployment.endsOn")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>Only employees whose employment is open-ended.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("applicableEmployment.endsOn", Literal = "null")]
    public SwitchParameter WithoutEnd { get; set; }

    /// <summary>The employment ends on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("applicableEmployment.endsOn.between", End = RangeEnd.From)]
    public DateOnly? EndsAfter { get; set; }

    /// <summary>The employment ends on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("applicableEmployment.endsOn.between", End = RangeEnd.To)]
    public DateOnly? EndsBefore { get; set; }
}
