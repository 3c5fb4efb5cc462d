using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Lets a parameter that takes an entity tag take the object that it came with.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EntityTagAttribute : ArgumentTransformationAttribute
{
    /// <summary>The tag of an object; text as it is.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">A tag, or an object that may have one.</param>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        OneTextAttribute.Only(inputData) switch
    {
        null => null,
        var one when PSObject.AsPSObject(one).Properties[nameof(Resource.ETag)]?.Value is string { Length: > 0 } tag => tag,
        var one when PipelineInput.Unwrap(one) is OpenObject or PSObject => throw new ArgumentTransformationMetadataException(
            "The object has no ETag. An object that you get by id has one; an item of a list has none."),
        var one => one,
    };
}
