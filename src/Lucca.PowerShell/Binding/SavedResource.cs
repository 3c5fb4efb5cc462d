using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Lucca.Api;

namespace Lucca.PowerShell.Binding;

/// <summary>
/// A resource that was read from a file, as the model that it once was: its texts and its references. That is what commands need of one that
/// is related to what they get, such as the employee of a portrait.
/// </summary>
internal static class SavedResource
{
    /// <summary>The resource; null for what does not say which kind it is, or has no id.</summary>
    public static Resource? Of(ResourceId given)
    {
        if (given.Input is not PSObject saved || string.IsNullOrWhiteSpace(given.Id) || Resources.All.FirstOrDefault(given.IsSurely) is not { } kind)
        {
            return null;
        }

        var resource = (Resource)Activator.CreateInstance(kind.Model)!;
        foreach (var property in kind.Model.GetProperties().Where(property => property.CanWrite))
        {
            if (Value(property, saved.Properties[property.Name]?.Value) is { } value)
            {
                property.SetValue(resource, value);
            }
        }

        return resource;
    }

    private static object? Value(PropertyInfo property, object? saved) => Text(saved) switch
    {
        null => null,
        var text when property.PropertyType == typeof(string) => text,
        var id when property.PropertyType == typeof(Reference) => new Reference { Id = PlainId.OfProperty(saved!) ?? id },
        _ => null,
    };

    private static string? Text(object? saved) => Convert.ToString(PipelineInput.Unwrap(saved), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}
