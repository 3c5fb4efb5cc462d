using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Arguments;
using Lucca.PowerShell.Display;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that gets one kind of resource by ids, from the arguments or from the pipeline.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract partial class IdCmdlet<T> : ResourceCmdlet<T>
    where T : Resource
{
    private readonly Dictionary<LuccaSession, NameMemory> _names = [];

    /// <summary>What to send along: <c>embedded</c>, <c>links</c>.</summary>
    [Parameter]
    [ValidateSet("embedded", "links", IgnoreCase = true)]
    public string[] Include { get; set; } = [];

    /// <summary>Get it only if its ETag differs from this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfNoneMatch { get; set; }

    /// <summary>Get it only if its ETag is this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EntityTag]
    public string? IfMatch { get; set; }

    /// <summary>What is sent along whether asked for or not, since the objects say little without it.</summary>
    private protected virtual IReadOnlyList<string> AlwaysIncluded => [];

    /// <summary>What comes along when -Include does not say.</summary>
    private protected virtual string[] Usual => [];

    private protected ReadOptions Options => new()
    {
        Include = [.. AlwaysIncluded.Union(Asked.Select(part => part.ToLowerInvariant())).Union(NeededToExpand)],
        IfNoneMatch = IfNoneMatch,
        IfMatch = IfMatch,
    };

    private string[] Asked => MyInvocation.BoundParameters.ContainsKey(nameof(Include)) ? Include : Usual;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        FindExpanded();
    }

    /// <summary>What input means by name, read in this run together with the resources themselves, so that they need not be asked for again.</summary>
    /// <param name="resource">What is meant.</param>
    /// <param name="given">The input.</param>
    /// <param name="include">What to send along.</param>
    private protected IReadOnlyList<NameAnswer> Named(ResourceDescriptor resource, IReadOnlyList<ResourceId> given, IReadOnlyList<string> include)
    {
        if (!_names.TryGetValue(CurrentSession, out var names))
        {
            _names.Add(CurrentSession, names = NameMemory.OfRun(include));
        }

        return Named(resource, given, names);
    }

    /// <summary>An object as the command emits it.</summary>
    private protected virtual object View(T resource) => ResourceView.Of(resource);

    /// <summary>Says what came along and could not be read.</summary>
    private protected void WriteOmitted(List<string>? leftOut)
    {
        if (leftOut is { Count: > 0 })
        {
            WriteWarning($"The server embedded malformed objects, which were omitted: {string.Join("; ", leftOut)}.");
        }
    }

    private protected void WriteFound(T? resource)
    {
        if (resource is null)
        {
            WriteVerbose($"The {Descriptor.Name} was not modified since that ETag.");
        }
        else
        {
            WriteOmitted(resource.Omitted);
            WriteObject(View(resource));
        }
    }
}
