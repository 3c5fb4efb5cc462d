using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Checks an address that Lucca is to call: absolute, and https, as the API demands.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpsAddressAttribute : ValidateArgumentsAttribute
{
    /// <summary>Checks one address.</summary>
    /// <param name="arguments">The address.</param>
    /// <param name="engineIntrinsics">Not used.</param>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (!Uri.TryCreate(PipelineInput.Unwrap(arguments)?.ToString(), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new ValidationMetadataException(
                $"{InputText.Of(arguments)} is not an https address. Give one such as https://hooks.example.com/lucca.");
        }
    }
}
