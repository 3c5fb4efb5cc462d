using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaProfession</c>: professions by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaProfession", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Profession))]
public sealed class GetLuccaProfessionCommand : NamedCmdlet<Profession>
{
    /// <summary>Only archived ones, or only those that are not; both when left out.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    [Filter("isArchived")]
    public bool IsArchived { get; set; }

    private protected override ResourceDescriptor<Profession> Descriptor => Resources.Professions;
}
