using System.Management.Automation;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that gets a kind of resource whose names stand for ids: many type -Name first.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract class NamedCmdlet<T> : ListCmdlet<T>
    where T : Resource
{
    /// <summary>The names or ids, or the objects themselves.</summary>
    [Parameter(Position = 0, ParameterSetName = IdSet)]
    [Alias("Name")]
    [OwnResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public override ResourceId[]? Id { get; set; }
}
