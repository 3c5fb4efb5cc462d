using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEmployeePersonalRecord</c>: employees' personal records by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmployeePersonalRecord", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(EmployeePersonalRecord))]
public sealed class GetLuccaEmployeePersonalRecordCommand : ListCmdlet<EmployeePersonalRecord>
{
    /// <summary>Employees: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Employee>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("employee.id")]
    public ResourceId[]? Employee { get; set; }

    /// <summary>Legal genders.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("unknown", "male", "female", "diverse")]
    [Filter("legalGender")]
    public string[]? LegalGender { get; set; }

    /// <summary>Nationalities as ISO 3166-1 alpha-3, such as <c>FRA</c>; any of them.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [CountryCode]
    [ArgumentCompleter(typeof(CountryCompleter))]
    [Filter("nationalitiesCountryCodes")]
    public string[]? NationalityCountryCode { get; set; }

    private protected override ResourceDescriptor<EmployeePersonalRecord> Descriptor => Resources.EmployeePersonalRecords;
}
