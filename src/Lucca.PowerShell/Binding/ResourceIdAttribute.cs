using System.Management.Automation;

namespace Lucca.PowerShell.Binding;

/// <summary>Lets a parameter that takes ids take the objects themselves as well: a resource, or a reference to one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResourceIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>The ids of what was given.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">An id, an object, or a list of them.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } many
            ? many.Cast<object?>().Select(IdOf).ToArray()
            : IdOf(inputData)!;

    private static object? IdOf(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        Reference reference => reference.Id,
        DepartmentNode node => node.Id,
        _ => value,
    };
}
