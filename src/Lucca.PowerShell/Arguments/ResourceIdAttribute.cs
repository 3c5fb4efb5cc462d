using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Lets a parameter that stands for resources take ids and objects alike. Nothing is lost on the way, an empty value neither: given and
/// empty is not the same as left out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ResourceIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>The model of the resource that the parameter stands for; null for the one that the cmdlet gets.</summary>
    internal abstract Type? Model { get; }

    /// <summary>What was given, each as a <see cref="ResourceId"/>; an empty list is one empty id.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">An id, an object, or a list of them.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Read(inputData) switch
    {
        [var one] => one,
        var many => many,
    };

    /// <summary>Each of a list, or the one that is no list; at least one.</summary>
    internal static ResourceId[] Read(object? given)
    {
        if (ReferenceEquals(given, AutomationNull.Value))
        {
            return [ResourceId.Of(null)];
        }

        return LanguagePrimitives.GetEnumerable(given) is not { } many
            ? [ResourceId.Of(given)]
            : many.Cast<object?>().Select(ResourceId.Of).ToArray() switch
        {
            [] => [ResourceId.Of(null)],
            var ids => ids,
        };
    }
}

/// <inheritdoc/>
/// <typeparam name="T">The model of the resource that the parameter stands for.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResourceIdAttribute<T> : ResourceIdAttribute
    where T : Resource
{
    internal override Type Model => typeof(T);
}

/// <summary>
/// Lets the parameter of a cmdlet's own ids take objects as well. Each is an item by itself: one that does not fit is an error of its own.
/// </summary>
/// <param name="resource">The model that the cmdlet works on; null where the cmdlet's base class says it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OwnResourceIdAttribute(Type? resource = null) : ResourceIdAttribute
{
    /// <summary>The model that the cmdlet works on.</summary>
    public Type? Resource { get; } = resource;

    internal override Type? Model => null;
}
