using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaLegalEntity</c>: legal entities by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaLegalEntity", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(LegalEntity))]
public sealed class GetLuccaLegalEntityCommand : NamedCmdlet<LegalEntity>
{
    /// <summary>Countries as ISO 3166-1 alpha-3, such as <c>FRA</c>.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [CountryCode]
    [ArgumentCompleter(typeof(CountryCompleter))]
    [Filter("countryCode")]
    public string[]? CountryCode { get; set; }

    /// <summary>Only archived ones, or only those that are not; both when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    [Filter("isArchived")]
    public bool IsArchived { get; set; }

    private protected override ResourceDescriptor<LegalEntity> Descriptor => Resources.LegalEntities;
}
