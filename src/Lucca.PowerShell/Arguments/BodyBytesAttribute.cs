using System.Management.Automation;
using System.Text;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>
/// Lets a parameter that takes bytes take text as well, as UTF-8, and bytes that PowerShell has unrolled into an array of objects.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BodyBytesAttribute : ArgumentTransformationAttribute
{
    /// <summary>The bytes of what was given.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">Text or bytes.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PipelineInput.Unwrap(inputData) switch
    {
        null => Array.Empty<byte>(),
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        object[] many when Array.TrueForAll(many, one => PipelineInput.Unwrap(one) is byte) =>
            many.Select(one => (byte)PipelineInput.Unwrap(one)!).ToArray(),
        _ => throw new ArgumentTransformationMetadataException(
            "Pass the raw body, as text or as bytes. An object read from it, such as from JSON, no longer has the bytes that were signed."),
    };
}
