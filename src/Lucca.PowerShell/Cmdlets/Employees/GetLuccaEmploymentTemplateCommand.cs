using System.Management.Automation;
using Lucca.Api;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaEmploymentTemplate</c>: employment templates by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaEmploymentTemplate", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(EmploymentTemplate))]
public sealed class GetLuccaEmploymentTemplateCommand : NamedCmdlet<EmploymentTemplate>
{
    private protected override ResourceDescriptor<EmploymentTemplate> Descriptor => Resources.EmploymentTemplates;
}
