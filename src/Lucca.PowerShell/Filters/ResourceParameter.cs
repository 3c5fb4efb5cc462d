using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using Lucca.Api;
using Lucca.PowerShell.Arguments;

namespace Lucca.PowerShell.Filters;

/// <summary>A cmdlet's parameter that stands for resources of one kind, such as -Department.</summary>
internal sealed class ResourceParameter
{
    private static readonly ConcurrentDictionary<Type, ResourceParameter[]> Known = [];

    private readonly PropertyInfo _property;

    private ResourceParameter(PropertyInfo property, Type model) => (_property, Descriptor) = (property, Resources.Of(model));

    /// <summary>The parameter's name.</summary>
    public string Name => _property.Name;

    /// <summary>The kind of resource.</summary>
    public ResourceDescriptor Descriptor { get; }

    /// <summary>All of a cmdlet, but for its own ids.</summary>
    public static ResourceParameter[] Of(Type cmdlet) =>
        Known.GetOrAdd(cmdlet, static type => [.. type.GetProperties().Select(Of).OfType<ResourceParameter>()]);

    /// <summary>The one that a property is; null when it is none.</summary>
    public static ResourceParameter? Of(PropertyInfo property) =>
        property.GetCustomAttribute<ResourceIdAttribute>()?.Model is { } model ? new ResourceParameter(property, model) : null;

    /// <summary>What a user gave; empty when the parameter was left out.</summary>
    public IReadOnlyList<ResourceId> Given(PSCmdlet cmdlet) => !cmdlet.MyInvocation.BoundParameters.ContainsKey(Name)
        ? []
        : _property.GetValue(cmdlet) switch
    {
        ResourceId[] { Length: > 0 } many => many,
        ResourceId one => [one],
        _ => [ResourceId.Of(null)],
    };
}
