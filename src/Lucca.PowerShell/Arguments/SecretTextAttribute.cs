using System.Management.Automation;
using System.Net;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Lets a parameter that takes a SecureString take plain text as well; from then on it is out of sight, in errors and bound parameters too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>The text as a SecureString.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">Text or a SecureString.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PipelineInput.Unwrap(inputData) is string text ? new NetworkCredential("", text).SecurePassword : inputData;
}
