using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <summary><c>Get-LuccaJobQualification</c>: job qualifications by id or as a list.</summary>
[Cmdlet(VerbsCommon.Get, "LuccaJobQualification", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(JobQualification))]
public sealed class GetLuccaJobQualificationCommand : NamedCmdlet<JobQualification>
{
    /// <summary>Ranks: the higher, the more senior.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(0, int.MaxValue)]
    [Filter("rank")]
    public int[]? Rank { get; set; }

    /// <summary>Professions: ids or objects.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ResourceId<Profession>]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    [Filter("profession.id")]
    public ResourceId[]? Profession { get; set; }

    private protected override ResourceDescriptor<JobQualification> Descriptor => Resources.JobQualifications;
}
