using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEmployee</c>: employees by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmployee", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Employee))]
public sealed class GetLuccaEmployeeCommand : ListCmdlet<Employee>
{
    /// <summary>The start of given or family names, several words.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    public string? Search { get; set; }

    /// <summary>The exact e-mail addresses; <c>null</c> for employees without one.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("email")]
    public string[]? Email { get; set; }

    /// <summary><c>active</c>, <c>upcoming</c>, <c>deactivated</c>.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("active", "upcoming", "deactivated")]
    [Filter("status")]
    public string[]? Status { get; set; }

    /// <summary>Departments of the applicable job position: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("applicableJobPosition.department.id", Related = typeof(Department))]
    public string[]? Department { get; set; }

    private protected override ResourceDescriptor<Employee> Descriptor => Resources.Employees;
}
