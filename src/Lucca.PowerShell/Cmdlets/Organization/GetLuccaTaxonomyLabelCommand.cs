using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaTaxonomyLabel</c>: labels of taxonomies by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaTaxonomyLabel", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(TaxonomyLabel))]
public sealed class GetLuccaTaxonomyLabelCommand : ListCmdlet<TaxonomyLabel>
{
    /// <summary>The taxonomy: an id or an object; here the API takes one only.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Taxonomy>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("taxonomy.id", AtOnce = 1)]
    public ResourceId? Taxonomy { get; set; }

    /// <summary>The beginnings of words of the name, in any case.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    [OneText(HasWords = true)]
    public string? Search { get; set; }

    /// <summary>Only archived ones, or only those that are not; both when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("isArchived")]
    public bool? IsArchived { get; set; }

    /// <summary>The keys to sort by, each also after a <c>-</c> for descending order; by id when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SortKeys<TaxonomyLabel>]
    [ArgumentCompleter(typeof(SortKeyCompleter<TaxonomyLabel>))]
    [Filter("sort")]
    public string[]? Sort { get; set; }

    private protected override ResourceDescriptor<TaxonomyLabel> Descriptor => Resources.TaxonomyLabels;
}
