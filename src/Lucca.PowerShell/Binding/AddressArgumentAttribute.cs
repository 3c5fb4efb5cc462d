using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Lucca.PowerShell.Binding;

/// <summary>Takes user name and password out of an address as it is bound: it is refused later on, and no error may repeat them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class AddressArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The address with stars in place of credentials.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">The address.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PipelineInput.Unwrap(inputData) is string text ? UserInfo().Replace(text, "***@") : inputData;

    // Up to the last at sign before the path: a password that was not escaped may hold one.
    [GeneratedRegex(@"(?<=^\s*(?:[a-z][a-z0-9+.-]*://)?)[^/?#]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
