using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaOccupationCategory</c>: occupation categories by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaOccupationCategory", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(OccupationCategory))]
public sealed class GetLuccaOccupationCategoryCommand : NamedCmdlet<OccupationCategory>
{
    /// <summary>Establishments that use them: ids or objects. Categories of all establishments are found too.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<BusinessEstablishment>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("businessEstablishments.id")]
    public ResourceId[]? BusinessEstablishment { get; set; }

    /// <summary>A part of the title, in any case.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    [OneText(HasWords = true)]
    public string? Search { get; set; }

    private protected override ResourceDescriptor<OccupationCategory> Descriptor => Resources.OccupationCategories;
}
