using System.Globalization;
using System.Management.Automation;
using Lucca.Api;

namespace Lucca.PowerShell.Binding;

/// <summary>
/// A resource that was read from a file, as the model that it once was. Commands need that of one that is related to what they get, such as
/// the employee of a portrait.
/// </summary>
internal static class SavedResource
{
    /// <summary>The resource; null for what does not say which kind it is, or has no id.</summary>
    public static Resource? Of(ResourceId given) =>
        given.Input is PSObject saved && !string.IsNullOrWhiteSpace(given.Id) && Resources.All.FirstOrDefault(given.IsSurely) is { } kind
            ? (Resource)Read(saved, kind.Model)
            : null;

    /// <summary>A model with all that it can hold of what was saved.</summary>
    public static Reference Read(PSObject saved, Type model)
    {
        var resource = (Reference)Activator.CreateInstance(model)!;
        foreach (var property in model.GetProperties().Where(property => property.CanWrite))
        {
            if (saved.Properties[property.Name]?.Value is { } value && TryConvert(value, property.PropertyType) is { } known)
            {
                property.SetValue(resource, known);
            }
        }

        return resource;
    }

    /// <summary>The items of a list; null for what is none.</summary>
    public static IEnumerable<object>? Items(object? value) => LanguagePrimitives.GetEnumerable(value)?.Cast<object>();

    // A reference without a name is saved as its id, and a moment as text to the second, which is not that moment.
    private static object? TryConvert(object value, Type wanted) => value switch
    {
        _ when wanted == typeof(Reference) => ReferenceOf(value),
        _ when wanted == typeof(Values<Reference>) => References(value),
        _ when Nullable.GetUnderlyingType(wanted) == typeof(DateTimeOffset) => null,
        _ => LanguagePrimitives.TryConvertTo(value, wanted, CultureInfo.InvariantCulture, out var known) ? known : null,
    };

    private static Reference? ReferenceOf(object value) => PipelineInput.Unwrap(value) as Reference
        ?? ((PlainId.Of(value) ?? PlainId.OfProperty(value)) is { Length: > 0 } id ? new Reference { Id = id } : null);

    private static Values<Reference> References(object value)
    {
        var references = new Values<Reference>();
        foreach (var reference in (Items(value) ?? []).Select(ReferenceOf).OfType<Reference>())
        {
            references.Add(reference);
        }

        return references;
    }
}
