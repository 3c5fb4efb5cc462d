using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaProbationaryPeriod</c>: probationary periods by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaProbationaryPeriod", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(ProbationaryPeriod))]
public sealed class GetLuccaProbationaryPeriodCommand : ListCmdlet<ProbationaryPeriod>
{
    /// <summary>Employees: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employee>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("employment.employee.id")]
    public ResourceId[]? Employee { get; set; }

    /// <summary>Employments: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employment>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("employment.id")]
    public ResourceId[]? Employment { get; set; }

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

    /// <summary>Ends, as first agreed, on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("initialEndsOn.between", End = RangeEnd.From)]
    public DateOnly? InitialEndsAfter { get; set; }

    /// <summary>Ends, as first agreed, on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("initialEndsOn.between", End = RangeEnd.To)]
    public DateOnly? InitialEndsBefore { get; set; }

    /// <summary>Ends, after an extension, on this day or later.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("extendedEndsOn.between", End = RangeEnd.From)]
    public DateOnly? ExtendedEndsAfter { get; set; }

    /// <summary>Ends, after an extension, on this day or earlier.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [DateArgument]
    [ArgumentCompleter(typeof(DayCompleter))]
    [Filter("extendedEndsOn.between", End = RangeEnd.To)]
    public DateOnly? ExtendedEndsBefore { get; set; }

    /// <summary>Only extended ones, or only those that are not; both when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    [Filter("isExtended")]
    public bool IsExtended { get; set; }

    /// <summary>The keys to sort by, each also after a <c>-</c> for descending order; by id when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SortKeys<ProbationaryPeriod>]
    [ArgumentCompleter(typeof(SortKeyCompleter<ProbationaryPeriod>))]
    [Filter("sort")]
    public string[]? Sort { get; set; }

    private protected override ResourceDescriptor<ProbationaryPeriod> Descriptor => Resources.ProbationaryPeriods;
}
