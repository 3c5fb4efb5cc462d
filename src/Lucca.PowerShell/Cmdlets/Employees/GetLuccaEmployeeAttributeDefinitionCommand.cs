using System.Management.Automation;
using Lucca.Api;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEmployeeAttributeDefinition</c>: definitions of the tenant's own fields by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmployeeAttributeDefinition", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(EmployeeAttributeDefinition))]
public sealed class GetLuccaEmployeeAttributeDefinitionCommand : ListCmdlet<EmployeeAttributeDefinition>
{
    private protected override ResourceDescriptor<EmployeeAttributeDefinition> Descriptor => Resources.EmployeeAttributeDefinitions;
}
