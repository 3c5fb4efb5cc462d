using System.Management.Automation;
using System.Text.RegularExpressions;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Checks the form of a scope: a resource, a dot and what may be done with it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class ScopeNameAttribute : ValidateArgumentsAttribute
{
    /// <summary>Checks one scope.</summary>
    /// <param name="arguments">The scope.</param>
    /// <param name="engineIntrinsics">Not used.</param>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (PipelineInput.Unwrap(arguments) is not string scope || !Form().IsMatch(scope))
        {
            throw new ValidationMetadataException(
                $"{InputText.Of(arguments)} is not a scope. Give one such as departments.readonly or files.readwrite.");
        }
    }

    [GeneratedRegex(@"^[a-z-]+\.(readonly|readwrite)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
