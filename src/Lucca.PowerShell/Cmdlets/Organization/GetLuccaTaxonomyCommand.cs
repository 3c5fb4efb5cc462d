using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaTaxonomy</c>: taxonomies by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaTaxonomy", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Taxonomy))]
public sealed class GetLuccaTaxonomyCommand : NamedCmdlet<Taxonomy>
{
    /// <summary>A part of the name, in any case.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    [OneText(HasWords = true)]
    public string? Search { get; set; }

    private protected override ResourceDescriptor<Taxonomy> Descriptor => Resources.Taxonomies;
}
