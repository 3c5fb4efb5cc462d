using System.Management.Automation;
using System.Net.Http.Headers;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Arguments;

/// <summary>Makes sure that a media type is one, such as <c>application/pdf</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MediaTypeAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>Checks one media type.</summary>
    /// <param name="element">The text.</param>
    protected override void ValidateElement(object element)
    {
        if (!MediaTypeHeaderValue.TryParse(element?.ToString(), out _))
        {
            throw new ValidationMetadataException($"{InputText.Of(element)} is not a media type, such as application/pdf.");
        }
    }
}
