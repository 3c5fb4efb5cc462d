using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Binding;
using Lucca.PowerShell.Completion;
using Lucca.PowerShell.Display;
using Lucca.PowerShell.Errors;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that gets one kind of resource by ids, from the arguments or from the pipeline.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract class IdCmdlet<T> : SessionCmdlet
    where T : Resource
{
    /// <summary>The parameter set of ids.</summary>
    protected const string IdSet = "Id";

    /// <summary>The ids.</summary>
    [Parameter(Position = 0, ParameterSetName = IdSet)]
    [ResourceId]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Ids, or objects that have or lead to one, from the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>What to send along: <c>embedded</c>, <c>links</c>.</summary>
    [Parameter]
    [ValidateSet("embedded", "links", IgnoreCase = true)]
    public string[] Include { get; set; } = [];

    /// <summary>Get it only if its ETag differs from this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IfNoneMatch { get; set; }

    /// <summary>Get it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IfMatch { get; set; }

    /// <summary>What sets the resource apart.</summary>
    private protected abstract ResourceDescriptor<T> Descriptor { get; }

    /// <summary>What is sent along whether asked for or not, since the objects say little without it.</summary>
    private protected virtual IReadOnlyList<string> AlwaysIncluded => [];

    private protected ReadOptions Options => new() { Include = [.. AlwaysIncluded.Union(Include.Select(part => part.ToLowerInvariant()))], IfNoneMatch = IfNoneMatch, IfMatch = IfMatch };

    /// <summary>Whether ids or objects were given at all.</summary>
    private protected bool HasInput => Id is not null || MyInvocation.ExpectingInput;

    /// <summary>Takes in one item.</summary>
    protected override void ProcessRecord()
    {
        if (Id is not null)
        {
            Array.ForEach(Id, id => TakeId(id, id));
        }
        else if (MyInvocation.ExpectingInput)
        {
            Take(InputObject);
        }
    }

    /// <summary>Does with one id what the cmdlet is for.</summary>
    /// <param name="id">The id.</param>
    /// <param name="input">What the user gave.</param>
    private protected abstract void ProcessId(string id, object? input);

    /// <summary>Does with an object of another kind what it can mean here.</summary>
    /// <returns>False when it can mean nothing.</returns>
    private protected virtual bool TryProcessRelated(Resource other) => false;

    private protected void WriteFound(T? resource)
    {
        if (resource is null)
        {
            WriteVerbose($"Not modified: the {Descriptor.Name} still has the ETag given.");
        }
        else
        {
            WriteObject(ResourceView.Of(resource));
        }
    }

    private protected void TakeId(string? id, object? input)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            WriteError(ErrorRecords.BadArgument("An id cannot be empty. Nothing was sent.", input, "Leave out empty ids, for instance with Where-Object."));
        }
        else
        {
            ProcessId(id, input);
        }
    }

    /// <summary>A reference's type is not always that of a resource: to an event it holds the topic (lucca-resources, section 6). Only what surely means another resource is refused.</summary>
    private bool MayBeMeant(Reference reference) =>
        reference.Type == Descriptor.Name || Resources.All.All(resource => resource.Name != reference.Type);

    private void Take(object? input)
    {
        // A node's id is that of its department, which must not be taken for, say, an employee's.
        var given = PipelineInput.Unwrap(input);
        var item = given is DepartmentNode node ? node.Department : given;
        if (item is T resource)
        {
            TakeId(resource.Id, item);
        }
        else if (item is Reference reference)
        {
            if (reference is not Resource && MayBeMeant(reference))
            {
                TakeId(reference.Id, item);
            }
            else if (reference is not Resource other || !TryProcessRelated(other))
            {
                WriteError(ErrorRecords.BadArgument($"{MyInvocation.MyCommand.Name} can do nothing with the {reference.Kind} '{reference.Id}'.", item, $"Pipe ids or {Descriptor.Name} objects."));
            }
        }
        else if (PipelineInput.IsOfOtherPath(item, Descriptor.Path))
        {
            WriteError(ErrorRecords.BadArgument($"'{input}' is no {Descriptor.Name}: its id means something else.", item, $"Pipe ids or {Descriptor.Name} objects; get objects that were read from a file anew, by their own command."));
        }
        else if (PipelineInput.TryGetId(item, out var id))
        {
            TakeId(id, item);
        }
        else
        {
            WriteError(ErrorRecords.BadArgument($"'{input}' is neither an id nor an object with one.", item, $"Pipe ids or {Descriptor.Name} objects."));
        }
    }
}
