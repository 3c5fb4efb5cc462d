using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Display;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Which portraits, and what comes along with them.</content>
public sealed partial class GetLuccaPortraitCommand
{
    /// <summary>The ids, or the objects themselves.</summary>
    [Parameter(Position = 0, ParameterSetName = "Id")]
    [Alias("Name")]
    [OwnResourceId(typeof(Portrait))]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceId[]? Id { get; set; }

    /// <summary>Ids, or objects that have or lead to one, from the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>The references to bring the resources of, by the names of the members that hold them; <c>*</c> for all.</summary>
    [Parameter]
    [ValidateNotNull]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReferenceNameCompleter))]
    public string[]? Expand { get; set; }

    private ResourceInput Input => field ??=
        new ResourceInput(this, Resources.Portraits, () => IsBound(nameof(Id)) ? Id ?? [] : null, Take)
        {
            NamedBy = Resources.Employees,
            TryTakeRelated = TryTakeRelated,
        };

    private ExpandedReferences References => field ??= new ExpandedReferences(this);

    private protected override IEnumerable<string> Included => Include.Union(References.Needed);

    private protected override string? Addition => Expand is { Length: > 0 } ? "-Expand" : base.Addition;

    private void Write(Portrait? portrait)
    {
        if (portrait is null)
        {
            WriteVerbose("Not modified: the portrait still has the ETag given.");
        }
        else
        {
            WriteOmitted(portrait.Omitted);
            WriteObject(ResourceView.Of(portrait));
        }
    }
}
