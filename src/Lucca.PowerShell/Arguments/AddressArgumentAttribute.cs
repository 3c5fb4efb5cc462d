using System.Management.Automation;
using System.Text.RegularExpressions;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Takes user name and password out of an address as it is bound: it is refused later on, and no error may repeat them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class AddressArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The address with stars in place of credentials.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">The address.</param>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PipelineInput.Unwrap(inputData) switch
        {
            string text => Hide(text),
            Uri { OriginalString: var text } when text.Contains('@', StringComparison.Ordinal) => Hide(text),
            _ => inputData,
        };

    private static string Hide(string text) => UserInfo().Replace(text, "$1***@");

    // Up to the last at sign: a password that was not escaped may hold one, and slashes too.
    [GeneratedRegex(
        @"^(\s*(?:[a-z][a-z0-9+.-]*://)?).+@", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
