using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using Lucca.PowerShell.Input;
using Lucca.PowerShell.Raw;

namespace Lucca.PowerShell.Display;

/// <summary>
/// A resource as a command emits it: the object itself, to which members are added for what only some responses hold, and which this
/// version does not know. Most have none of that, and cost nothing.
/// </summary>
internal static class ResourceView
{
    /// <summary>How far objects within objects are looked through.</summary>
    private const int Depth = 3;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = [];

    /// <summary>The object to emit.</summary>
    public static object Of(Resource resource)
    {
        if (resource.ETag is { } tag)
        {
            Add(resource, nameof(Resource.ETag), tag);
        }

        if (resource.Links is { } links)
        {
            Add(resource, nameof(Resource.Links), links);
        }

        AddUnknown(resource, Depth);
        return resource;
    }

    private static void AddUnknown(OpenObject part, int depth)
    {
        if (part.UnknownMembers is { } unknown)
        {
            foreach (var (name, value) in unknown)
            {
                NoteMember.TryAdd(PSObject.AsPSObject(part), name, () => PlainObject.Within(PlainObject.From(value, part.Origin)));
            }
        }

        if (depth > 0)
        {
            foreach (var property in Parts.GetOrAdd(part.GetType(), OpenParts))
            {
                if (property.GetValue(part) is OpenObject inner)
                {
                    AddUnknown(inner, depth - 1);
                    ShowHidden(part, property, inner);
                }
            }
        }
    }

    /// <summary>A part that scripts cannot reach, since a property says what is known of it, is there when it says more.</summary>
    private static void ShowHidden(OpenObject part, PropertyInfo property, OpenObject inner)
    {
        if (inner.UnknownMembers is { Count: > 0 }
            && !property.GetMethod!.IsPublic
            && PSObject.AsPSObject(part).Properties[property.Name] is null)
        {
            NoteMember.TryAdd(PSObject.AsPSObject(part), property.Name, () => inner);
        }
    }

    private static void Add(Resource resource, string name, object value) =>
        NoteMember.TryAdd(PSObject.AsPSObject(resource), name, () => value);

    private static PropertyInfo[] OpenParts(Type type) =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.PropertyType.IsAssignableTo(typeof(OpenObject)))];
}
