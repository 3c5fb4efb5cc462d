using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaDepartment</c>: departments by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaDepartment", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Department))]
public sealed class GetLuccaDepartmentCommand : ListCmdlet<Department>
{
    /// <summary>A part of the name or the remote id, in any case.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    public string? Search { get; set; }

    /// <summary>Only archived departments, or only those that are not; both when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("isArchived")]
    public bool? IsArchived { get; set; }

    private protected override ResourceDescriptor<Department> Descriptor => Resources.Departments;
}
