using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Errors;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Saved;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that works on one kind of resource, named by ids or objects, from the arguments or from the pipeline.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract class ResourceCmdlet<T> : SessionCmdlet
    where T : Resource
{
    /// <summary>The parameter set of ids.</summary>
    protected const string IdSet = "Id";

    /// <summary>The ids, or the objects themselves.</summary>
    [Parameter(Position = 0, ParameterSetName = IdSet)]
    [OwnResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public virtual ResourceId[]? Id { get; set; }

    /// <summary>Ids, or objects that have or lead to one, from the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>What sets the resource apart.</summary>
    private protected abstract ResourceDescriptor<T> Descriptor { get; }

    /// <summary>Whether ids or objects were given at all, empty ones too: only then is a list not meant.</summary>
    private protected bool HasInput => MyInvocation.ExpectingInput || HasArguments || IsBound(nameof(InputObject));

    /// <summary>Whether arguments say what to work on.</summary>
    private protected virtual bool HasArguments => IsBound(nameof(Id));

    /// <summary>What arguments say to work on.</summary>
    private protected virtual IEnumerable<ResourceId> Arguments => Id ?? [];

    /// <summary>Whose names may stand for an id.</summary>
    private protected virtual ResourceDescriptor NamedBy => Descriptor;

    private protected sealed override bool FollowsInput => HasInput;

    /// <summary>Whether the cmdlet can do nothing without input.</summary>
    private protected virtual bool NeedsInput => true;

    /// <summary>Makes sure that there is something to work on.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (NeedsInput && !HasInput)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"{MyInvocation.MyCommand.Name} needs the id of the {Descriptor.Name}. Nothing was sent.", null, $"Give an id, or pipe ids or {Descriptor.Name} objects."));
        }

        if (HasArguments && MyInvocation.ExpectingInput)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Ids were given both as {(IsBound(nameof(Id)) ? "-Id" : "arguments")} and through the pipeline. Nothing was sent.", null, "Use one of them."));
        }
    }

    /// <summary>Takes in one item, or those of the arguments.</summary>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput)
        {
            Take(ResourceId.Of(InputObject), isArgument: false);
        }
        else if (HasArguments)
        {
            foreach (var id in Arguments)
            {
                Take(id, isArgument: true);
            }
        }
        else if (IsBound(nameof(InputObject)))
        {
            // Named as an argument, a list is not divided by the pipeline.
            Array.ForEach(ResourceIdAttribute.Read(InputObject), id => Take(id, isArgument: false));
        }
    }

    /// <summary>Does with one id what the cmdlet is for. The session of the item is at work.</summary>
    private protected abstract void ProcessId(ResourceId id);

    /// <summary>Does with an object of another kind what it can mean here. The session of the item is at work.</summary>
    /// <param name="other">The object.</param>
    /// <param name="isArgument">Whether it was given as an argument, where ids are expected, rather than piped.</param>
    /// <returns>False when it can mean nothing.</returns>
    private protected virtual bool TryProcessRelated(Resource other, bool isArgument) => false;

    private void Take(ResourceId id, bool isArgument)
    {
        var problem = id.Problem(id.IsPerson ? NamedBy : Descriptor);
        if (!TryFollow(InputOrigin.Of(id)))
        {
            return;
        }

        if (problem is null)
        {
            ProcessId(id);
        }
        else if (id.IsEmpty || !TryProcessRelated(id, isArgument))
        {
            WriteError(ErrorRecords.BadArgument(problem, id.Input, id.IsEmpty ? "Omit empty ids, for instance with Where-Object." : $"Give ids or {Descriptor.Name} objects; get objects from a file again, with their own command."));
        }
    }

    private protected bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Does what a related object can mean, live or read from a file.</summary>
    /// <returns>False when it can mean nothing, and nothing was said of that.</returns>
    private bool TryProcessRelated(ResourceId id, bool isArgument)
    {
        try
        {
            return (id.Input as Resource ?? SavedResource.Of(id)) is { } other && TryProcessRelated(other, isArgument);
        }
        catch (BadArgumentException unbounded)
        {
            WriteError(ErrorRecords.BadArgument(unbounded.Message, unbounded.Target, unbounded.Advice));
            return true;
        }
    }
}
