using System.Management.Automation;
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
        null => new WebhookBody(""),
        WebhookBody body => body,
        byte[] bytes => new WebhookBody(bytes),
        string text => new WebhookBody(text),
        object[] many when Array.TrueForAll(many, one => PipelineInput.Unwrap(one) is byte) => new WebhookBody(many),
        _ => throw new ArgumentTransformationMetadataException(WebhookBody.Wanted),
    };
}
