using System.Management.Automation;
using Lucca.Api;
using Lucca.PowerShell.Display;

namespace Lucca.PowerShell.Cmdlets;

/// <summary>A cmdlet that gets one kind of resource by ids, from the arguments or from the pipeline.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract class IdCmdlet<T> : ResourceCmdlet<T>
    where T : Resource
{
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

    /// <summary>What is sent along whether asked for or not, since the objects say little without it.</summary>
    private protected virtual IReadOnlyList<string> AlwaysIncluded => [];

    private protected ReadOptions Options => new() { Include = [.. AlwaysIncluded.Union(Include.Select(part => part.ToLowerInvariant()))], IfNoneMatch = IfNoneMatch, IfMatch = IfMatch };

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
}
