using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaBusinessEstablishment</c>: business establishments by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaBusinessEstablishment", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(BusinessEstablishment))]
public sealed class GetLuccaBusinessEstablishmentCommand : NamedCmdlet<BusinessEstablishment>
{
    /// <summary>Legal entities: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<LegalEntity>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("legalEntity.id")]
    public ResourceId[]? LegalEntity { get; set; }

    /// <summary>A part of the name or the remote id, in any case.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Filter("search")]
    [OneText(HasWords = true)]
    public string? Search { get; set; }

    /// <summary>Only archived ones, or only those that are not; both when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    [Filter("isArchived")]
    public bool IsArchived { get; set; }

    private protected override ResourceDescriptor<BusinessEstablishment> Descriptor => Resources.BusinessEstablishments;
}
