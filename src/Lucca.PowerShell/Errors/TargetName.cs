using System.Collections;
using System.Management.Automation;
using Lucca.PowerShell.Input;

namespace Lucca.PowerShell.Errors;

/// <summary>
/// What an error calls its target. A person's data stay out of it: an object is named by its kind and id, never by its row.
/// </summary>
internal static class TargetName
{
    private const int Most = 10;

    /// <summary>The name; empty for no target.</summary>
    public static string Of(object? target) => PipelineInput.Unwrap(target) switch
    {
        null => "",
        string text => InputText.IsObject(text) ? InputText.Of(text) : text,
        ResourceId id => id.Name,
        OpenObject or DepartmentNode or PSObject or IDictionary => ResourceId.Of(target).Name,
        IEnumerable many => string.Join(", ", many.Cast<object?>().Take(Most).Select(Of)),
        var other => other.ToString() ?? "",
    };
}
